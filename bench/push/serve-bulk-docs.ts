import { createServer } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { loadPouchDb } from "./pouchdb.ts";

// PouchDB's `_bulk_docs` with the thinnest server around it: PouchDB's own has more to do.

const { DATA_DIR = "", PEERS = "", PORT } = process.env;
const PouchDB = loadPouchDb(PEERS);
const database = new PouchDB(join(DATA_DIR, "reports"));
const inflate = promisify(gunzip);

createServer(async (request, response) => {
  const body = await inflate(await buffer(request));
  const results = await database.bulkDocs(JSON.parse(body.toString()).docs);
  response.setHeader("content-type", "application/json").end(JSON.stringify(results));
}).listen(Number(PORT), "127.0.0.1", () => process.send?.("ready"));
