import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { ok } from "../../shared/result.ts";
import { saveDraft } from "./drafts.ts";
import { durably, storageError } from "./storage-error.ts";
import { aTablet, NOW, write } from "./test-db.ts";

const named = (name: string, cause?: Error) =>
  Object.assign(new Error("The transaction was aborted"), {
    name,
    ...(cause ? { inner: cause } : {}),
  });

test.each([
  ["a full disk", named("QuotaExceededError"), "storage-full"],
  ["a full disk inside an abort", named("AbortError", named("QuotaExceededError")), "storage-full"],
  ["a newer version", named("VersionError"), "app-outdated"],
  ["an abort", named("AbortError"), "storage-lost"],
  ["a closed connection", named("DatabaseClosedError"), "storage-lost"],
  ["a dropped connection", named("InvalidStateError"), "storage-lost"],
  ["a broken one", new DOMException("", "UnknownError"), "storage-lost"],
])("%s is told by its name, not by its text", (_what, error, kind) => {
  expect(storageError(error)).toEqual({ kind });
});

test("a bug is not taken for the storage's doing", () => {
  expect(storageError(new TypeError("QuotaExceededError"))).toBeUndefined();
  expect(storageError(named("ConstraintError"))).toBeUndefined();
});

test("a connection lost in the background is opened again, once, and the save goes through", async () => {
  const tablet = await aTablet();
  await write(tablet);
  tablet.db.close();
  const edit = { body: {}, typed: {}, place: "steps", revision: 1, now: NOW };
  expect(await saveDraft(tablet.db, tablet.report, edit)).toEqual({ ok: true, value: 2 });
});

test("a connection lost twice is a loss, and says so", async () => {
  const { db } = await aTablet();
  let tries = 0;
  const saved = await durably(db, () => {
    tries += 1;
    return Promise.reject(named("InvalidStateError"));
  });
  expect(saved).toEqual({ ok: false, error: { kind: "storage-lost" } });
  expect(tries).toBe(2);
});

test("a full disk is not tried again, and a bug is thrown", async () => {
  const { db } = await aTablet();
  let tries = 0;
  const full = await durably(db, () => {
    tries += 1;
    return Promise.reject(new Dexie.AbortError("aborted", named("QuotaExceededError")));
  });
  expect(full).toEqual({ ok: false, error: { kind: "storage-full" } });
  expect(tries).toBe(1);
  await expect(durably(db, () => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug");
});

test("nothing is written once a newer version has taken over", async () => {
  const { db } = await aTablet();
  db.isOutdated = true;
  const saved = await durably(db, async () => ok(await db.people.clear()));
  expect(saved).toEqual({ ok: false, error: { kind: "app-outdated" } });
  expect(await db.people.count()).toBe(1);
});
