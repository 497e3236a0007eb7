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
  await fresh.transport.importRescue(exported.value.blob, fresh.personId);
});

afterEach(async () => {
  await lost.close();
  await fresh.close();
  await server.close();
});

async function offers(tablet = fresh): Promise<OfferedDraft[]> {
  const reply = await tablet.transport.rescuedDrafts(tablet.personId);
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
  await fresh.transport.importRescue(exported.value.blob, fresh.personId);
  expect(await offers()).toEqual([]);
});

test("[R2] nobody else is offered a draft, gets its files, or can take it away", async () => {
  const { id, draft } = await theOffer();
  const sha256 = must((await lost.db.files.toCollection().first())?.sha256, "it has a file");
  const head = await aRescueTablet(server, { username: "head", password: PASSWORD });
  try {
    expect(await offers(head)).toEqual([]);
    const asHead = { id, viewer: head.personId };
    expect(await head.transport.rescuedFile(asHead, sha256)).toMatchObject({ ok: false });
    await head.transport.dropRescuedDraft(asHead);
    expect(await offers()).toEqual([{ id, draft }]);
    const asAuthor = { id, viewer: fresh.personId };
    expect(await fresh.transport.rescuedFile(asAuthor, "0".repeat(64))).toMatchObject({
      error: { status: 404 },
    });
    expect(await fresh.transport.rescuedFile(asAuthor, sha256)).toMatchObject({ ok: true });
  } finally {
    await head.close();
  }
});

test("a colleague at a tablet that carries the author's cookie is offered nothing of theirs", async () => {
  const { id } = await theOffer();
  const asColleague = { id, viewer: crypto.randomUUID() };
  const otherViewer = { ok: false, error: { kind: "other-viewer" } };
  expect(await fresh.transport.rescuedDrafts(asColleague.viewer)).toEqual(otherViewer);
  expect(await fresh.transport.rescuedFile(asColleague, "0".repeat(64))).toEqual(otherViewer);
  expect(await fresh.transport.dropRescuedDraft(asColleague)).toEqual(otherViewer);
  expect(await fresh.transport.importRescue(new Blob(["x"]), asColleague.viewer)).toEqual(
    otherViewer,
  );
  expect(await offers()).toHaveLength(1);
});
