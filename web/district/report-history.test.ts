import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { aReportBody, aStoredSubmission } from "../../shared/test-builders.ts";
import { nextBatch } from "../db/outbox.ts";
import { settle } from "../db/settle.ts";
import { aReply, aTablet, NOW, submit, type TestTablet, write } from "../db/test-db.ts";
import { readHistory } from "./report-history.ts";

async function historyOn({ db, assignment, authorId }: TestTablet) {
  const person = must(await db.people.get(authorId), "the officer signed in");
  return must(await readHistory(db, person, assignment.id), "the assignment is here");
}

async function mirror({ db, assignment }: TestTablet): Promise<void> {
  const { id, reportId, districtCode } = assignment;
  const body = aReportBody({ successPoints: "ครบ", areaCodes: ["270901"] });
  const received = aStoredSubmission({ id: reportId, assignmentId: id, version: 3, body });
  await db.submissions.put({ ...received, unit: districtCode });
  const area = { code: "270901", level: "tambon" as const, name: "วังใหม่", parentCode: "2709" };
  await db.areas.put({ ...area, id: "270901", unit: districtCode });
}

test("[V4] what is still on the tablet stands before what the province has, with its changes", async () => {
  const tablet = await aTablet();
  await mirror(tablet);
  await submit(tablet, aReportBody({ successPoints: "ครบทุกหมู่บ้าน", areaCodes: ["270901"] }));
  await write(tablet, aReportBody({ successPoints: "ครบทุกหมู่บ้าน", areaCodes: [] }));

  const { entries, areaNames } = await historyOn(tablet);
  expect(
    entries.map(({ state, version, byName, changes }) => ({
      state,
      version,
      byName,
      changed: changes?.map(({ path }) => path),
    })),
  ).toEqual([
    { state: "draft", version: 5, byName: "นางพิกุล ตัวอย่างรัตน์", changed: ["areaCodes"] },
    { state: "queued", version: 4, byName: "นางพิกุล ตัวอย่างรัตน์", changed: ["successPoints"] },
    { state: "received", version: 3, byName: "นางพิกุล ตัวอย่างรัตน์", changed: undefined },
  ]);
  expect(areaNames.get("270901")).toBe("วังใหม่");
});

test("what was not chosen in a conflict is still told, where it stood in time", async () => {
  const tablet = await aTablet();
  await mirror(tablet);
  const { mutationId } = await submit(tablet, aReportBody({ successPoints: "ของเครื่องนี้" }));
  const batch = await nextBatch(tablet.db, -1);
  const current = { version: 3, body: aReportBody(), attachments: [] };
  const conflict = { outcome: "conflict" as const, conflictId: mutationId, fields: [], current };
  await settle(tablet.db, batch, aReply([{ ...conflict, mutationId }]), NOW);
  const { entries } = await historyOn(tablet);
  expect(entries.map(({ state }) => state)).toEqual(["received", "kept-aside"]);
  expect(entries[1]?.changes?.map(({ path }) => path)).toContain("successPoints");
});

test("a report nobody began has no history, one of a first draft nothing it changed", async () => {
  const tablet = await aTablet();
  expect((await historyOn(tablet)).entries).toEqual([]);
  await write(tablet);
  const { entries } = await historyOn(tablet);
  expect(entries).toMatchObject([{ state: "draft", version: 1 }]);
  expect(entries[0]?.changes).toBeUndefined();
});
