import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { anAssignment } from "../../shared/test-builders.ts";
import { mount } from "../components/test-mount.tsx";
import { AreaProjectRows } from "./area-project-rows.tsx";

test("[R36] [R37] a project's row has its code, its plan and both actions", async () => {
  const assignment = anAssignment();
  mount(<AreaProjectRows assignments={[assignment]} records={[]} yearIsOpen />);
  const heads = [...document.querySelectorAll("th[scope=col]")].map((head) => head.textContent);
  expect(heads.slice(0, 3)).toEqual(["รหัสโครงการ", "แผนงานโครงการ", "บันทึกข้อมูลพื้นที่"]);
  await expect.element(page.getByText(assignment.project.code)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "บันทึกข้อมูลพื้นที่" })).toBeEnabled();
  await expect.element(page.getByRole("link", { name: "แสดงข้อมูลพื้นที่" })).toBeVisible();
});

test("[R37] in a year that is closed nothing is added, and all can be read", async () => {
  mount(<AreaProjectRows assignments={[anAssignment()]} records={[]} yearIsOpen={false} />);
  await expect.element(page.getByRole("button", { name: "บันทึกข้อมูลพื้นที่" })).toBeDisabled();
  await expect.element(page.getByRole("link", { name: "แสดงข้อมูลพื้นที่" })).toBeVisible();
});
