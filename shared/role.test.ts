import { expect, test } from "vitest";
import { mayConfirmVillages, mayReadReceived, mayReport, Role } from "./role.ts";

test("[R18] only the people of a district author reports", () => {
  expect(Role.options.filter(mayReport)).toEqual(["districtOfficer", "districtHead"]);
});

test("[R27] the province confirms villages, nobody else", () => {
  expect(Role.options.filter(mayConfirmVillages)).toEqual(["provincePlanner", "provinceHead"]);
});

test("the province and the centre read what was received; the administrator of accounts does not", () => {
  expect(Role.options.filter(mayReadReceived)).toEqual([
    "provincePlanner",
    "provinceHead",
    "centralAdmin",
  ]);
});
