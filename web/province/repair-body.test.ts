import { expect, test } from "vitest";
import { aReportBody } from "../../shared/test-builders.ts";
import { repairBody, repairFields } from "./repair-body.ts";

const body = { ...aReportBody(), steps: { s1: 900, s2: 50 }, successPoints: "ครบ" };

test("failing numbers and texts can be put right here; lists and files cannot", () => {
  const paths = ["steps.s1", "steps.s9", "successPoints", "areaCodes", "attachments.x", ""];
  expect(repairFields(body, paths)).toEqual([
    { path: "steps.s1", text: "900" },
    { path: "steps.s9", text: "" },
    { path: "successPoints", text: "ครบ" },
  ]);
  expect(repairFields(null, paths)).toEqual([]);
});

test("a number stays a number, a text a text, and an empty field is taken out", () => {
  const repaired = repairBody(body, [
    { path: "steps.s1", text: "90" },
    { path: "steps.s2", text: "" },
    { path: "successPoints", text: "12" },
  ]);
  expect(repaired).toEqual({ ...body, steps: { s1: 90 }, successPoints: "12" });
});

test("nothing typed changes nothing", () => {
  expect(repairBody(body, repairFields(body, ["steps.s1", "successPoints"]))).toEqual(body);
});
