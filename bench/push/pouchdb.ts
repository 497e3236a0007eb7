import { createRequire } from "node:module";
import { join } from "node:path";
import { installPeers } from "../ground/peers.ts";

/** As little of PouchDB's interface as is used here. */
export type PouchDatabase = {
  bulkDocs(docs: object[]): Promise<{ ok?: boolean }[]>;
  info(): Promise<{ doc_count: number }>;
  close(): Promise<void>;
  replicate: {
    to(
      target: string,
      options: { batch_size: number },
    ): Promise<{ ok: boolean; docs_written: number }>;
  };
};
export type PouchConstructor = {
  new (name: string): PouchDatabase;
  defaults(options: { prefix: string }): PouchConstructor;
};

const POUCHDB = "pouchdb@9.0.0";
const PACKAGES = [POUCHDB, "express-pouchdb@4.2.0", "express@4.22.0"];

/** PouchDB and its server in a folder of their own; without the server where that does not install. */
export function installPouchDb(): { folder: string; hasServer: boolean } | undefined {
  const whole = installPeers("pouchdb-and-server", PACKAGES);
  if (whole) return { folder: whole, hasServer: true };
  const alone = installPeers("pouchdb", [POUCHDB]);
  return alone ? { folder: alone, hasServer: false } : undefined;
}

export function loadPouchDb(folder: string): PouchConstructor {
  const PouchDB: PouchConstructor = createRequire(join(folder, "package.json"))("pouchdb");
  return PouchDB;
}
