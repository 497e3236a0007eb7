import { expect, test } from "vitest";
import { askForPersistence } from "./persist.ts";
import { readSettings } from "./settings.ts";
import { aTablet } from "./test-db.ts";

/** The browser's storage; counts how often a person may have been bothered. */
function aStorage(granted: boolean) {
  const storage = {
    asked: 0,
    promised: false,
    persisted: () => Promise.resolve(storage.promised),
    persist: () => {
      storage.asked += 1;
      storage.promised = granted;
      return Promise.resolve(granted);
    },
  };
  return storage;
}

test.each([true, false])("the answer (%s) is kept in the settings", async (granted) => {
  const { db } = await aTablet();
  expect(await askForPersistence(db, aStorage(granted))).toBe(granted);
  expect((await readSettings(db)).persisted).toBe(granted);
});

test("once granted it is not asked for again; refused it is", async () => {
  const { db } = await aTablet();
  const [yes, no] = [aStorage(true), aStorage(false)];
  await askForPersistence(db, no);
  await askForPersistence(db, no);
  await askForPersistence(db, yes);
  await askForPersistence(db, yes);
  expect([no.asked, yes.asked]).toEqual([2, 1]);
});

test("a browser without the question counts as not persistent", async () => {
  const { db } = await aTablet();
  expect(await askForPersistence(db, undefined)).toBe(false);
});

test("a promise that was withdrawn in the browser's settings is not believed any more", async () => {
  const { db } = await aTablet();
  await askForPersistence(db, aStorage(true));
  expect(await askForPersistence(db, aStorage(false))).toBe(false);
  expect((await readSettings(db)).persisted).toBe(false);
});
