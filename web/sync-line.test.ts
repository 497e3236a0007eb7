import { describe, expect, test } from "vitest";
import { atRest, type SyncProblem, type SyncStatus } from "./sync/sync-status.ts";
import { syncLine } from "./sync-line.ts";

const none = { mutations: 0, files: 0 };
const some = { mutations: 1, files: 3 };
const status = (fields: Partial<SyncStatus>): SyncStatus => ({ ...atRest, ...fields });
const LAST = Date.parse("2024-03-15T03:04:00Z");

describe("the line is warm only where something could not be kept", () => {
  test.each<[SyncProblem["kind"], string]>([
    ["storage-full", "not-saved"],
    ["broken", "not-saved"],
    ["offline", "kept"],
    ["portal", "kept"],
    ["signed-out", "kept"],
    ["other-viewer", "kept"],
    ["too-old", "kept"],
  ])("%s is %s", (kind, shown) => {
    const problem = problemOf(kind);
    expect(syncLine(status({ phase: "waiting", problem }), some).kind).toBe(shown);
  });
});

test("without signal, text and files that wait are counted together", () => {
  const line = syncLine(status({ phase: "waiting", problem: { kind: "offline" } }), some);
  expect(line).toEqual({ kind: "kept", waiting: 4, signal: false });
});

test("a server that is busy is not taken for a missing signal", () => {
  const problem = { kind: "throttled", retryAfterMs: 1000 } as const;
  expect(syncLine(status({ phase: "waiting", problem }), some)).toMatchObject({ signal: true });
});

test("text first, then files by number", () => {
  expect(syncLine(status({ phase: "sending-text" }), some)).toMatchObject({ photosTotal: 0 });
  const upload = { index: 3, of: 10, sentBytes: 1, sizeBytes: 2 };
  expect(syncLine(status({ phase: "sending-files", upload }), some)).toEqual({
    kind: "sending",
    photosSent: 3,
    photosTotal: 10,
  });
});

test("a round that has nothing to send does not flicker as sending", () => {
  const line = syncLine(status({ phase: "sending-text", lastSyncAt: LAST }), none);
  expect(line).toEqual({ kind: "done", at: "10:04 น." });
});

test("done is said only after a whole round, never with something waiting", () => {
  expect(syncLine(status({}), none).kind).toBe("kept");
  expect(syncLine(status({ lastSyncAt: LAST }), some)).toMatchObject({ kind: "kept", waiting: 4 });
  const offline = status({ lastSyncAt: LAST, problem: { kind: "offline" } });
  expect(syncLine(offline, none)).toEqual({ kind: "kept", waiting: 0, signal: false });
});

function problemOf(kind: SyncProblem["kind"]): SyncProblem {
  switch (kind) {
    case "throttled":
      return { kind, retryAfterMs: 1 };
    case "server-error":
      return { kind, status: 500 };
    case "rejected":
      return { kind, status: 400, code: "" };
    default:
      return { kind };
  }
}
