import { expect, test } from "vitest";
import { Put, readPut } from "./pull.ts";
import { anAssignment, aStoredSubmission } from "./test-builders.ts";

test("[D3] a known row is read", () => {
  const row = aStoredSubmission();
  expect(readPut({ type: "submission", id: row.id, row })).toEqual({
    ok: true,
    value: { type: "submission", id: row.id, row },
  });
});

test("[D3] a row that a later server enlarged is read without what is new", () => {
  const row = anAssignment();
  expect(readPut({ type: "assignment", id: row.id, row: { ...row, colour: "red" } })).toMatchObject(
    {
      ok: true,
      value: { row },
    },
  );
});

test.each([
  ["of an unknown type", { type: "announcement", id: "1", text: "ประกาศ", row: { a: [1] } }],
  ["of a known type in a shape of a later version", { type: "area", id: "27", row: { code: 27 } }],
])("[D3] a row %s is handed back whole, to be kept", (_, raw) => {
  expect(readPut(Put.parse(raw))).toEqual({ ok: false, error: { kind: "unknown-put", raw } });
});
