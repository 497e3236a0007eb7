import { afterEach, beforeEach, expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import {
  openTestServer,
  PASSWORD,
  type TestServer,
} from "../../sync-server/testing/test-server.ts";
import { discardDraft } from "../db/drafts.ts";
import { exportRescue } from "./export-rescue.ts";
import { type OfferedDraft, takeOverDraft } from "./take-over-draft.ts";
import { aRescueTablet, type RescueTablet } from "./test-tablet.ts";

const NOW = "2024-03-15T09:30:00.000Z";
const OFFICER = { username: "officer", password: PASSWORD };

let server: TestServer;
let lost: RescueTablet;
let fresh: RescueTablet;

beforeEach(async () => {
  server = await openTestServer();
  lost = await aRescueTablet(server, OFFICER);
  fresh = await aRescueTablet(server, OFFICER);
  await lost.write("half a report");
  const exported = await exportRescue(lost.db.backendDB(), NOW);
  if (!exported.ok) throw new Error(exported.error.kind);
  await fresh.transport.importRescue(exported.value.blob);
});

afterEach(async () => {
  await lost.close();
  await fresh.close();
  await server.close();
});

async function offers(tablet = fresh): Promise<OfferedDraft[]> {
  const reply = await tablet.transport.rescuedDrafts();
  if (!reply.ok) throw new Error(reply.error.kind);
  return reply.value.drafts;
}

async function theOffer(): Promise<OfferedDraft> {
  return must((await offers())[0], "the draft is offered");
}

test("[O14] a rescued draft goes on where it was left, is submitted, and arrives with its file", async () => {
  const draft = await theOffer();
  expect(await takeOverDraft(fresh, draft, NOW)).toEqual({ ok: true, value: undefined });
  const row = must(await fresh.db.drafts.toCollection().first(), "it is a draft here");
  const original = must(await lost.db.drafts.toCollection().first(), "it was one there");
  expect(row).toEqual({ ...original, revision: 0 });
  expect(await offers()).toEqual([]);

  await fresh.submit(row);
  await fresh.sync();
  const { puts } = await server.pull(fresh);
  expect(puts.find(({ type }) => type === "submission")?.row).toMatchObject({
    body: { successPoints: "half a report" },
    missingFiles: [],
  });
});

test("[O14] a draft of the same work is not overwritten; the rescued one stays offered", async () => {
  await fresh.write("something else");
  const draft = await theOffer();
  expect(await takeOverDraft(fresh, draft, NOW)).toEqual({
    ok: false,
    error: { kind: "draft-exists" },
  });
  expect(await fresh.db.drafts.toArray()).toMatchObject([
    { body: { successPoints: "something else" } },
  ]);
  expect(await offers()).toEqual([draft]);

  await discardDraft(fresh.db, draft.draft);
  expect(await takeOverDraft(fresh, draft, NOW)).toMatchObject({ ok: true });
});

test("[O14] without the assignment, or without an answer, nothing changes on either side", async () => {
  const draft = await theOffer();
  const offline = { ...fresh.transport, rescuedFile: async () => OFFLINE };
  expect(await takeOverDraft({ ...fresh, transport: offline }, draft, NOW)).toEqual(OFFLINE);
  await fresh.db.assignments.clear();
  expect(await takeOverDraft(fresh, draft, NOW)).toEqual({
    ok: false,
    error: { kind: "no-assignment" },
  });
  expect(await fresh.db.drafts.count()).toBe(0);
  expect(await offers()).toEqual([draft]);
});

const OFFLINE = { ok: false as const, error: { kind: "offline" as const } };

test("[O14] importing the file again does not offer a draft again that was taken over", async () => {
  const exported = await exportRescue(lost.db.backendDB(), NOW);
  if (!exported.ok) throw new Error(exported.error.kind);
  await takeOverDraft(fresh, await theOffer(), NOW);
  await fresh.transport.importRescue(exported.value.blob);
  expect(await offers()).toEqual([]);
});

test("[R2] nobody else is offered a draft, gets its files, or can take it away", async () => {
  const { id, draft } = await theOffer();
  const sha256 = must((await lost.db.files.toCollection().first())?.sha256, "it has a file");
  const head = await aRescueTablet(server, { username: "head", password: PASSWORD });
  try {
    expect(await offers(head)).toEqual([]);
    expect(await head.transport.rescuedFile(id, sha256)).toMatchObject({ ok: false });
    await head.transport.dropRescuedDraft(id);
    expect(await offers()).toEqual([{ id, draft }]);
    expect(await fresh.transport.rescuedFile(id, "0".repeat(64))).toMatchObject({
      error: { status: 404 },
    });
    expect(await fresh.transport.rescuedFile(id, sha256)).toMatchObject({ ok: true });
  } finally {
    await head.close();
  }
});
