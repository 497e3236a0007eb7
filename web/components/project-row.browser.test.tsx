import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { ProjectRow } from "./project-row.tsx";
import { mount } from "./test-mount.tsx";

test("[R20] [R23] a row has code, numbered hierarchy, state in words, and leads to the form", async () => {
  mount(
    <ProjectRow
      href="/reports/1"
      budgetSource="B1"
      code="809-112-P0453-2024-02"
      parents={["1 การบริหารการจัดเก็บ", "1.1 การเตรียมความพร้อม"]}
      number="1.1.2"
      name="ประชุมเชิงปฏิบัติการผู้จัดเก็บข้อมูล"
      status="not-reported"
      steps={[]}
      percent={0}
    />,
  );
  const row = page.getByRole("link");
  await expect.element(row).toHaveAttribute("href", "/reports/1");
  const said = document.querySelector("a")?.textContent ?? "";
  // Line breaks between words are invisible.
  const text = said.replaceAll("\u200B", "");
  expect(text).toContain("809-112-P0453-2024-02");
  expect(text).toContain("1 การบริหารการจัดเก็บ › 1.1 การเตรียมความพร้อม");
  expect(text).toContain("1.1.2 ประชุมเชิงปฏิบัติการผู้จัดเก็บข้อมูล");
  expect(text).toContain("ยังไม่รายงาน");
});
