import { freePort } from "../backup/free-port.ts";
import { restoreDrill } from "../backup/restore-drill.ts";
import { readConfig } from "../config.ts";
import { fail } from "./fail.ts";

// npm run restore-drill -- SOURCE

const config = readConfig(process.env);
if (!config.ok) fail(...config.error);
const source = process.argv[2] ?? config.value.backup?.dir;
if (source === undefined) fail("Say which: npm run restore-drill -- BACKUP, or set BACKUP_DIR.");

const drill = await restoreDrill({ source, port: await freePort(), now: new Date() });
if (!drill.ok) fail(drill.error);
const { backup, madeAt, people, assignments, submissions, versions, files, filesAside } =
  drill.value;
console.log(`${backup} of ${madeAt} was restored, and the server started on it.`);
console.log(
  `It shows ${assignments} assignments and ${submissions} submissions in ${versions} versions, of ${people} people.`,
);
console.log(
  `It served ${files} files of submissions; ${filesAside} of work not taken over yet are whole.`,
);
