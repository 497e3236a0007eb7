import { afterEach, beforeEach, expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import {
  openTestServer,
  PASSWORD,
  type TestServer,
} from "../../sync-server/testing/test-server.ts";
import { savePastedText } from "../db/pasted-text.ts";
import { exportRescue } from "./export-rescue.ts";
import { type OfferedPastedText, takeOverPastedText } from "./take-over-pasted-text.ts";
import { aRescueTablet, type RescueTablet } from "./test-tablet.ts";

const NOW = "2024-03-15T09:30:00.000Z";
const OFFICER = { username: "officer", password: PASSWORD };
const TABLE = "ต.วังใหม่\t25\nต.วังสมบูรณ์\t30";
const DONE = { ok: true, value: undefined };

let server: TestServer;
let lost: RescueTablet;
let fresh: RescueTablet;

beforeEach(async () => {
  server = await openTestServer();
  lost = await aRescueTablet(server, OFFICER);
  fresh = await aRescueTablet(server, OFFICER);
  await lost.paste(TABLE);
  await rescue();
});

afterEach(async () => {
  await lost.close();
  await fresh.close();
  await server.close();
});

/** Through a file, as an administrator would: the fresh tablet's person imports it. */
async function rescue() {
  const exported = await exportRescue(lost.db.backendDB(), NOW);
  if (!exported.ok) throw new Error(exported.error.kind);
  const reply = await fresh.transport.importRescue(exported.value.blob, fresh.personId);
  expect(reply).toMatchObject({ ok: true, value: { pastedTexts: 1, notTaken: 0 } });
}

async function offers(): Promise<OfferedPastedText[]> {
  const reply = await fresh.transport.rescuedDrafts(fresh.personId);
  if (!reply.ok) throw new Error(reply.error.kind);
  return reply.value.pastedTexts;
}

async function theOffer(): Promise<OfferedPastedText> {
  return must((await offers())[0], "the table is offered");
}

const texts = async () => (await fresh.db.pastedTexts.toArray()).map(({ text }) => text);

test("[O14] a rescued table is where it was pasted, and is not offered again", async () => {
  expect(await takeOverPastedText(fresh, await theOffer())).toEqual(DONE);
  const original = must(await lost.db.pastedTexts.toCollection().first(), "it was pasted there");
  expect(await fresh.db.pastedTexts.toArray()).toEqual([{ ...original, revision: 1 }]);
  expect(await offers()).toEqual([]);
  await rescue();
  expect(await offers()).toEqual([]);
  expect(await texts()).toEqual([TABLE]);
});

test("[O14] another table of the same work is not overwritten; the rescued one stays offered", async () => {
  await fresh.paste("ต.วังใหม่\t99");
  const offer = await theOffer();
  expect(await takeOverPastedText(fresh, offer)).toEqual({
    ok: false,
    error: { kind: "draft-exists" },
  });
  expect(await texts()).toEqual(["ต.วังใหม่\t99"]);
  expect(await offers()).toEqual([offer]);

  await fresh.paste("");
  expect(await takeOverPastedText(fresh, offer)).toEqual(DONE);
  expect(await texts()).toEqual([TABLE]);
});

test("[O14] a reply that was lost: taken over again it changes nothing, and is offered no more", async () => {
  const offer = await theOffer();
  const deaf = { dropRescuedDraft: async () => OFFLINE };
  expect(await takeOverPastedText({ ...fresh, transport: deaf }, offer)).toEqual(DONE);
  expect(await offers()).toEqual([offer]);
  const before = await fresh.db.pastedTexts.toArray();
  expect(await takeOverPastedText(fresh, offer)).toEqual(DONE);
  expect(await fresh.db.pastedTexts.toArray()).toEqual(before);
  expect(await offers()).toEqual([]);
});

const OFFLINE = { ok: false as const, error: { kind: "offline" as const } };

test("[O14] without the assignment nothing changes on either side", async () => {
  const offer = await theOffer();
  await fresh.db.assignments.clear();
  expect(await takeOverPastedText(fresh, offer)).toEqual({
    ok: false,
    error: { kind: "no-assignment" },
  });
  expect(await texts()).toEqual([]);
  expect(await offers()).toEqual([offer]);
});

test("[O14] [R38] an empty table that stands open in a window does not overwrite it", async () => {
  await takeOverPastedText(fresh, await theOffer());
  const key = { authorId: fresh.personId, assignmentId: server.assignment.id };
  const saved = await savePastedText(fresh.db, key, { text: "x", revision: 0, now: NOW });
  expect(saved).toMatchObject({ ok: false, error: { kind: "changed-elsewhere" } });
  expect(await texts()).toEqual([TABLE]);
});
