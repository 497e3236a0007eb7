import fs from "node:fs";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import type { Point } from "./points.ts";

// Loaded before the server by `node --import`, and only then: the server knows nothing of it. The
// process dies, as by kill -9, when it comes to the named point for the n-th time: DIE_AT=before-commit:3.

const [name, nth] = (process.env.DIE_AT ?? "").split(":");
let left = Number(nth);

function pass(point: Point): void {
  if (point !== name) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

if (name !== "") {
  dieAroundStatements();
  await dieAroundFiles();
  dieAroundReplies();
}

function dieAroundStatements(): void {
  const { prepare } = Database.prototype;
  const watched = function (this: Database.Database, text: string) {
    const statement = prepare.call(this, text);
    const kind = kindOf(text);
    return kind ? dieAround(kind, statement) : statement;
  };
  Object.defineProperty(Database.prototype, "prepare", { value: watched });
}

function dieAround<S extends object>(kind: "write" | "commit", statement: S): S {
  return new Proxy(statement, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== "function") return member;
      if (key !== "run" && key !== "all") return member.bind(target);
      return (...values: unknown[]) => {
        pass(`before-${kind}`);
        const done: unknown = Reflect.apply(member, target, values);
        pass(`after-${kind}`);
        return done;
      };
    },
  });
}

function kindOf(text: string): "write" | "commit" | undefined {
  if (/^\s*commit/i.test(text)) return "commit";
  return /^\s*(insert|update|delete)/i.test(text) ? "write" : undefined;
}

async function dieAroundFiles(): Promise<void> {
  const probe = path.join(tmpdir(), `bpm-die-at-${process.pid}`);
  const handle = await fs.promises.open(probe, "w");
  const prototype: { sync(): Promise<void> } = Object.getPrototypeOf(handle);
  await handle.close();
  await fs.promises.rm(probe);
  const { sync } = prototype;
  prototype.sync = async function (this: fs.promises.FileHandle) {
    pass("before-fsync");
    await sync.call(this);
    pass("after-fsync");
  };
  const { link } = fs.promises;
  fs.promises.link = async (from, to) => {
    pass("before-link");
    await link(from, to);
    pass("after-link");
  };
  syncBuiltinESMExports();
}

function dieAroundReplies(): void {
  const { writeHead } = http.ServerResponse.prototype;
  http.ServerResponse.prototype.writeHead = function (this: http.ServerResponse, ...values) {
    pass("before-reply");
    this.once("finish", () => pass("after-reply"));
    return Reflect.apply(writeHead, this, values);
  };
}
