import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { loadPouchDb } from "./pouchdb.ts";

// PouchDB's own server, as small as it can be told to be.

type Express = RequestListener & { use(part: unknown): void };
type Options = { mode: string; inMemoryConfig: boolean };

const { DATA_DIR = "", PEERS = "", PORT } = process.env;
const require = createRequire(join(PEERS, "package.json"));
const express: () => Express = require("express");
const expressPouchDb: (PouchDB: unknown, options: Options) => unknown = require("express-pouchdb");
const PouchDB = loadPouchDb(PEERS).defaults({ prefix: `${DATA_DIR}/` });

const app = express();
app.use(expressPouchDb(PouchDB, { mode: "minimumForPouchDB", inMemoryConfig: true }));
createServer(app).listen(Number(PORT), "127.0.0.1", () => process.send?.("ready"));
