import { expect, test } from "vitest";
import { anAreaBody, anAssignment, aReportBody } from "../shared/test-builders.ts";
import { fieldWords } from "./field-words.ts";

const nameOf = (code: string) => ({ "270901": "ต.หนองบัว" })[code] ?? code;
const named = { assignment: anAssignment(), nameOf };

test("areas are told by their names, a village of the report's own by the one it gives", () => {
  const area = { body: anAreaBody({ areaCode: "270901" }), attachments: [] };
  expect(fieldWords("areaCode", area, named)).toBe("ต.หนองบัว");
  const areaCodes = ["270901", "27090177", "270999"];
  const body = aReportBody({ areaCodes, newVillages: { "27090177": "บ้านใหม่" } });
  expect(fieldWords("areaCodes", { body, attachments: [] }, named)).toBe(
    "ต.หนองบัว, บ้านใหม่, 270999",
  );
});
