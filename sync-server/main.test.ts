import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { Session } from "../shared/person.ts";
import { PullReply, readPut } from "../shared/pull.ts";
import { type Mutation, PushReply } from "../shared/push.ts";
import { anAreaBody, anId } from "../shared/test-builders.ts";
import { cookiesOf, pushInit, sealed } from "./testing/test-server.ts";

const PORT = 8290;
const ORIGIN = `http://localhost:${PORT}`;
const START_WITHIN_MS = 60_000;

let dataDir: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "bpm-main-"));
});
afterEach(async () => {
  await end("SIGKILL");
  await rm(dataDir, { recursive: true });
});

function run(file: string, args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, file), ...args], {
    env: {
      PATH: process.env.PATH,
      PORT: String(PORT),
      DATA_DIR: dataDir,
      LOG_LEVEL: "silent",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  return { child, output: () => output };
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  if (!running || running.exitCode !== null || running.signalCode !== null) return null;
  const exited = once(running, "exit");
  running.kill(signal);
  await exited;
  return running.exitCode;
}

async function untilUp({ output }: { output(): string }): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS;
  for (;;) {
    const reply = await fetch(`${ORIGIN}/api/health`).catch(() => undefined);
    if (reply?.ok) return;
    if (Date.now() > deadline) throw new Error(`The server did not start: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function signIn(): Promise<{ cookie: string; personId: string }> {
  const text = await readFile(path.join(dataDir, "demo-accounts.json"), "utf8");
  const accounts = z
    .array(z.object({ username: z.string(), password: z.string() }))
    .parse(JSON.parse(text));
  const account = accounts.find(({ username }) => username === "officer2708");
  const reply = await fetch(`${ORIGIN}/api/auth/sign-in`, {
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "application/json" },
    body: JSON.stringify({ ...account, deviceId: anId() }),
  });
  return { cookie: cookiesOf(reply), personId: Session.parse(await reply.json()).person.id };
}

async function anAssignmentOf(cookie: string): Promise<string> {
  const reply = await fetch(`${ORIGIN}/api/sync/pull`, { headers: { cookie } });
  for (const raw of PullReply.parse(await reply.json()).puts) {
    const put = readPut(raw);
    if (put.ok && put.value.type === "assignment") return put.value.id;
  }
  throw new Error("The demo assigns something to everyone");
}

function push(cookie: string, ...mutations: Mutation[]): Promise<Response> {
  const { headers, ...init } = pushInit(mutations);
  return fetch(`${ORIGIN}/api/sync/push`, {
    ...init,
    headers: { ...headers, origin: ORIGIN, cookie },
  });
}

test("[R4] killed between commit and reply, the same push gets the one receipt it earned", async () => {
  await untilUp(run("testing/kill-before-reply.ts", [String(PORT), dataDir]));
  const { cookie, personId } = await signIn();
  const assignmentId = await anAssignmentOf(cookie);
  const area = () =>
    sealed({
      kind: "area",
      assignmentId,
      authorId: personId,
      body: anAreaBody({ areaCode: "2708" }),
    });
  const [first, second] = [area(), area()];
  await expect(push(cookie, first, second)).rejects.toThrow();

  await untilUp(run("main.ts"));
  const reply = PushReply.parse(await (await push(cookie, first, second)).json());
  expect(reply.receipts).toMatchObject([
    { outcome: "accepted", version: 1 },
    { outcome: "accepted", version: 1, seq: reply.headSeq },
  ]);
  const again = PushReply.parse(await (await push(cookie, first, second)).json());
  expect(again).toEqual(reply);
}, 180_000);

test("the server says where it is and who may try it, and stops when asked", async () => {
  const started = run("main.ts");
  await untilUp(started);
  const { output } = started;
  expect(output()).toContain(ORIGIN);
  expect(output()).toContain("everything in it is invented");
  expect(output()).toMatch(/officer2709 {2,}\S{14} /);
  expect(await end("SIGTERM")).toBe(0);
}, 120_000);

test.each([
  [{ PORT: "no" }, /PORT must be a number/],
  [{ DEMO: "off" }, /Set ADMIN_USERNAME and ADMIN_PASSWORD/],
])(
  "%j: one sentence, and exit code 1",
  async (env, sentence) => {
    const { child, output } = run("main.ts", [], env);
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
    expect(output()).toMatch(sentence);
    expect(output().trim().split("\n")).toHaveLength(1);
  },
  30_000,
);
