import "fake-indexeddb/auto";
import { writeFile } from "node:fs/promises";
import { SCHEMA_VERSION } from "../../web/db/schema.ts";
import { dumpDatabase, dumpFile } from "./dump.ts";
import { aTabletOfEverything } from "./tablet-of-everything.ts";

// `npm run record-tablet`: records what this release stores on a tablet, for all releases after it.

const { db } = await aTabletOfEverything();
db.close();
const file = dumpFile(SCHEMA_VERSION);
await writeFile(file, `${JSON.stringify(await dumpDatabase(db.name), null, 1)}\n`);
console.log(`Recorded ${file}`);
