import { Dexie } from "dexie";
import { expect, onTestFinished, test } from "vitest";
import { anId } from "../../shared/test-builders.ts";
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
