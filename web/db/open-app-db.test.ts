import { Dexie, liveQuery } from "dexie";
import { expect, onTestFinished, test, vi } from "vitest";
import { anId, aReportBody } from "../../shared/test-builders.ts";
import { saveDraft } from "./drafts.ts";
import { type OpenOptions, openAppDb } from "./open-app-db.ts";
import { AppDb } from "./schema.ts";
import { aTablet, NOW, write } from "./test-db.ts";

async function open(options: OpenOptions): Promise<AppDb> {
  const opened = await openAppDb(options);
  if (!opened.ok) throw new Error(opened.error.kind);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** As a browser drops it, from a window in the background say. */
function loseConnection(db: AppDb): void {
  const connection = db.backendDB();
  connection.close();
  connection.onclose?.(new Event("close"));
}

/** The database as the next version of the app opens it. */
async function openNextVersion(name: string): Promise<Dexie> {
  const next = new AppDb(name);
  next.version(2).stores({ later: "id" });
  onTestFinished(() => next.close());
  return next.open();
}

test("[O9] an old window saves what is typed, gives way, and writes nothing any more", async () => {
  const name = `test-${anId()}`;
  const saved: string[] = [];
  const old = await open({
    name,
    async onOutdated() {
      saved.push("typed text");
      await old.settings.count();
    },
  });
  await openNextVersion(name);
  expect(saved).toEqual(["typed text"]);
  expect(old.isOutdated).toBe(true);
  const key = { authorId: anId(), submissionId: anId() };
  const edit = { body: {}, typed: {}, place: "", revision: 0, now: NOW };
  expect(await saveDraft(old, key, edit)).toEqual({ ok: false, error: { kind: "app-outdated" } });
  await expect(old.settings.count()).rejects.toMatchObject({ name: "DatabaseClosedError" });
});

test("an old version of the app does not open a newer database", async () => {
  const name = `test-${anId()}`;
  const next = await openNextVersion(name);
  next.close();
  expect(await openAppDb({ name })).toEqual({ ok: false, error: { kind: "app-outdated" } });
});

test("[U4] a window whose connection was lost reads on, and what it shows follows what others write", async () => {
  const tablet = await aTablet();
  const seen: number[] = [];
  const watching = liveQuery(() => tablet.db.drafts.count()).subscribe((count) => seen.push(count));
  onTestFinished(() => watching.unsubscribe());
  await vi.waitFor(() => expect(seen).toEqual([0]));
  loseConnection(tablet.db);
  expect(await tablet.db.people.count()).toBe(1);
  const other = await open({ name: tablet.db.name });
  await write({ ...tablet, db: other });
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
});

test("[U4] a window whose connection was lost before the newer version came writes nothing into it", async () => {
  const tablet = await aTablet();
  await write(tablet);
  let said = 0;
  const old = await open({
    name: tablet.db.name,
    onOutdated: () => {
      said += 1;
    },
  });
  tablet.db.close();
  loseConnection(old);
  const next = await openNextVersion(old.name);
  const edit = { body: {}, typed: {}, place: "", revision: 1, now: NOW };
  expect(await saveDraft(old, tablet.report, edit)).toEqual({
    ok: false,
    error: { kind: "app-outdated" },
  });
  await expect(old.drafts.clear()).rejects.toMatchObject({ name: "DatabaseClosedError" });
  expect(await next.table("drafts").toArray()).toMatchObject([{ body: aReportBody() }]);
  expect([old.isOutdated, said]).toEqual([true, 1]);
});

test("a window in the way is reported, and opening does not hang", async () => {
  const name = `test-${anId()}`;
  const inTheWay = new Dexie(name);
  inTheWay.version(0.5).stores({ settings: "id" });
  await inTheWay.open();
  inTheWay.on("versionchange", () => false);
  let blocked = 0;
  const opened = await openAppDb({
    name,
    timeoutMs: 200,
    onBlocked: () => {
      blocked += 1;
    },
  });
  expect(opened).toEqual({ ok: false, error: { kind: "blocked" } });
  expect(blocked).toBe(1);
  inTheWay.close();
  await open({ name });
});

test("[O9] what was typed is there under the next version", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const next = await openNextVersion(tablet.db.name);
  expect(await next.table("drafts").count()).toBe(1);
});
