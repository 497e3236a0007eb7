import { expect, test } from "vitest";
import {
  anAreaBody,
  anAssignment,
  aReportBody,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import { villageNamed, villagesAdded } from "./villages-added.ts";

const { id: assignmentId, reportId } = anAssignment();
const NEW = "27090103";

function stored(fields: Parameters<typeof aStoredSubmission>[0]) {
  return { ...aStoredSubmission({ assignmentId, ...fields }), unit: "2709" };
}

test("[R38] a village added in the report can be chosen in a record, and one of a record in the next", () => {
  const report = stored({ id: reportId, body: aReportBody({ newVillages: { [NEW]: "บ้านใหม่" } }) });
  const record = stored({
    id: "0199a1b2-0000-7000-8000-000000000077",
    kind: "area",
    body: anAreaBody({ areaCode: "27090204", newVillages: { "27090204": "บ้านเหนือ" } }),
  });
  const elsewhere = stored({
    id: "0199a1b2-0000-7000-8000-000000000078",
    assignmentId: "0199a1b2-0000-7000-8000-000000000079",
    body: aReportBody({ newVillages: { "27090305": "บ้านของโครงการอื่น" } }),
  });
  const submissions = [report, record, elsewhere];
  expect(villagesAdded({ drafts: [], outbox: [], submissions }, assignmentId)).toEqual({
    [NEW]: "บ้านใหม่",
    "27090204": "บ้านเหนือ",
  });
});

test("a record names its own area only, and only where no list does", () => {
  const villages = { [NEW]: "บ้านใหม่", "27090204": "บ้านเหนือ" };
  expect(villageNamed(villages, NEW)).toEqual({ [NEW]: "บ้านใหม่" });
  expect(villageNamed(villages, "270901")).toEqual({});
  expect(villageNamed(villages, null)).toEqual({});
});
