import { expect, test, vi } from "vitest";
import { must } from "../../shared/invariant.ts";
import { anId, aReportBody } from "../../shared/test-builders.ts";
import { nextBatch } from "../db/outbox.ts";
import type { SettledRow } from "../db/rows.ts";
import { settle } from "../db/settle.ts";
import { aReply, aTablet, NOW, submit, type TestTablet, write } from "../db/test-db.ts";
import { answer } from "./answer.ts";

async function aHeldReport(tablet: TestTablet): Promise<SettledRow> {
  const { db } = tablet;
  const { mutationId } = await submit(tablet);
  const batch = await nextBatch(db, -1);
  await settle(db, batch, aReply([{ mutationId, outcome: "held", reason: "locked" }]), NOW);
  return must(await db.settled.get(mutationId), "it is held");
}

function services({ db }: Pick<TestTablet, "db">) {
  return { db, now: () => NOW, sync: { wake: vi.fn() } };
}

test("a held report becomes a draft, and asking twice goes on with the same one", async () => {
  const tablet = await aTablet();
  const row = await aHeldReport(tablet);
  expect(await answer(services(tablet), row, { submit: false })).toBe("in-form");
  expect(await answer(services(tablet), row, { submit: false })).toBe("in-form");
  expect(await tablet.db.drafts.count()).toBe(1);
});

test("an answer that can be sent is in the outbox, and sending is woken", async () => {
  const tablet = await aTablet();
  const row = await aHeldReport(tablet);
  const deps = services(tablet);
  expect(await answer(deps, row, { submit: true })).toBe("submitted");
  expect(deps.sync.wake).toHaveBeenCalledOnce();
  expect(await tablet.db.outbox.count()).toBe(1);
});

test("each reason that keeps an answer out is told as itself", async () => {
  const tablet = await aTablet();
  const row = await aHeldReport(tablet);
  const gone = { ...row, mutationId: anId() };
  expect(await answer(services(tablet), gone, { submit: false })).toBe("gone");
  await write(tablet, aReportBody({ successPoints: "ร่างอื่น" }));
  expect(await answer(services(tablet), row, { submit: false })).toBe("draft-exists");
  tablet.db.isOutdated = true;
  expect(await answer(services(tablet), row, { submit: false })).toBe("app-outdated");
});
