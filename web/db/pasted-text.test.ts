import { expect, test } from "vitest";
import { anId } from "../../shared/test-builders.ts";
import { readPastedText, savePastedText } from "./pasted-text.ts";
import { aTablet, NOW } from "./test-db.ts";

const TABLE = "ต.วังใหม่\tศาลา\n270901\tวัด";

async function aPerson() {
  const { db, authorId, assignment } = await aTablet();
  const key = { authorId, assignmentId: assignment.id };
  const textOf = async (of = key) => {
    const read = await readPastedText(db, of, NOW);
    return read.ok ? read.value.text : read.error.kind;
  };
  return { db, key, textOf };
}

test("[R38] a pasted table is kept exactly, per person and assignment, until it is taken over", async () => {
  const { db, key, textOf } = await aPerson();
  expect(await textOf()).toBe("");
  expect(await savePastedText(db, key, { text: TABLE, revision: 0, now: NOW })).toEqual({
    ok: true,
    value: 1,
  });
  expect(await textOf()).toBe(TABLE);
  expect(await textOf({ ...key, authorId: anId() })).toBe("");
  expect(await textOf({ ...key, assignmentId: anId() })).toBe("");

  await savePastedText(db, key, { text: "", revision: 1, now: NOW });
  expect(await db.pastedTexts.count()).toBe(0);
});

test("a stale window overwrites nothing", async () => {
  const { db, key, textOf } = await aPerson();
  await savePastedText(db, key, { text: TABLE, revision: 0, now: NOW });
  const stale = await savePastedText(db, key, { text: "อื่น", revision: 0, now: NOW });
  expect(stale).toMatchObject({ ok: false, error: { kind: "changed-elsewhere" } });
  expect(await textOf()).toBe(TABLE);
});
