import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod/mini";
import type { Mutation } from "../../shared/push.ts";
import { createHttpClient, type Post, type Reply } from "../ground/http-client.ts";
import { type MeasuredProcess, startProcess } from "../ground/measured-process.ts";
import { pushRequest, type Tablet } from "../ground/reports.ts";
import { seedServer } from "../ground/seed-server.ts";
import { startApp } from "../ground/start-app.ts";
import { loadPouchDb } from "./pouchdb.ts";

/** What one tablet has to send: all of it is new to the server. */
export type Load = { tablet: Tablet; mutations: Mutation[] };

/** Someone who stores reports. `store` resolves with how many reports were stored for certain. */
export type Contender = {
  name: string;
  process: MeasuredProcess;
  /** Whatever is to be made ready before the clock starts. */
  prepare(loads: Load[]): Promise<() => Promise<number>>;
};

/** Where a contender works; `peers` holds PouchDB. */
export type Place = { folder: string; port: number; peers: string };

const CONNECTIONS = 8;

/** Our server as it is started for real, in front of years of assignments. */
export async function startOurs({ folder, port }: Place, tablets: Tablet[]): Promise<Contender> {
  const dataDir = join(folder, "ours");
  await seedServer(dataDir, tablets);
  const { process, postOf } = await startApp(dataDir, port);
  return {
    name: "BPM",
    process,
    prepare: async (loads) => {
      const posts = loads.map(({ tablet, mutations }) =>
        postOf(tablet, pushRequest(tablet, mutations)),
      );
      return () =>
        postAll(port, posts, ({ text }) => text.split('"outcome":"accepted"').length - 1);
    },
  };
}

export async function startLimit({ folder }: Place): Promise<Contender> {
  const process = await startProcess(join(import.meta.dirname, "raw-sqlite.ts"), {
    env: { DATA_DIR: folderFor(folder, "limit") },
  });
  return {
    name: "raw SQLite",
    process,
    prepare: async (loads) => {
      const bodies = loads.map(({ tablet, mutations }) => zip(pushRequest(tablet, mutations)));
      await process.ask({ bodies });
      return async () => z.number().parse(await process.ask("run"));
    },
  };
}

export async function startBulkDocs({ folder, port, peers }: Place): Promise<Contender> {
  const process = await startProcess(join(import.meta.dirname, "serve-bulk-docs.ts"), {
    env: { DATA_DIR: folderFor(folder, "bulk"), PEERS: peers, PORT: String(port) },
  });
  return {
    name: "PouchDB _bulk_docs",
    process,
    prepare: async (loads) => {
      const posts = loads.map(({ mutations }) => ({
        path: "/",
        headers: { "content-type": "application/json" },
        body: zip({ docs: mutations.map(asDoc) }),
      }));
      return () => postAll(port, posts, ({ text }) => text.split('"ok":true').length - 1);
    },
  };
}

export async function startReplication({ folder, port, peers }: Place): Promise<Contender> {
  const process = await startProcess(join(import.meta.dirname, "serve-pouchdb.ts"), {
    env: { DATA_DIR: folderFor(folder, "replication"), PEERS: peers, PORT: String(port) },
    cwd: folderFor(folder, "replication"),
  });
  const PouchDB = loadPouchDb(peers);
  const tabletsFolder = folderFor(folder, "tablets");
  await fetch(`http://127.0.0.1:${port}/reports`, { method: "PUT" });
  return {
    name: "PouchDB replication",
    process,
    prepare: async (loads) => {
      const tablets = await Promise.all(
        loads.map(async ({ tablet, mutations }) => {
          const database = new PouchDB(join(tabletsFolder, tablet.deviceId));
          await database.bulkDocs(mutations.map(asDoc));
          return database;
        }),
      );
      return async () => {
        const url = `http://127.0.0.1:${port}/reports`;
        const results = await Promise.all(
          tablets.map((database) => database.replicate.to(url, { batch_size: 50 })),
        );
        await Promise.all(tablets.map((database) => database.close()));
        return results.reduce((sum, result) => sum + result.docs_written, 0);
      };
    },
  };
}

/** A report as a CouchDB document: its id, and no hash, since revisions do that work there. */
function asDoc({ submissionId, hash: _, ...rest }: Mutation): object {
  return { _id: submissionId, ...rest };
}

function zip(value: object): Buffer {
  return gzipSync(JSON.stringify(value));
}

async function postAll(
  port: number,
  posts: Post[],
  countStored: (reply: Reply) => number,
): Promise<number> {
  const client = createHttpClient(port, CONNECTIONS);
  const replies = await Promise.all(posts.map(client.post));
  client.close();
  return replies.reduce((sum, reply) => sum + countStored(reply), 0);
}

function folderFor(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}
