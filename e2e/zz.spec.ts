import { expect, test } from "@playwright/test";
import { violationsOf } from "./support/accessibility.ts";
import { startServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";

test("x", async ({ page }) => {
  const server = await startServer();
  const t0 = performance.now();
  let last = t0;
  const lap = (n: string) => {
    const now = performance.now();
    console.log(n, Math.round(now - last));
    last = now;
  };
  await page.goto(`${server.origin}/reports`);
  lap("goto");
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  lap("signin");
  await page.locator(".project-row").filter({ hasText: "ยังไม่รายงาน" }).first().click();
  await page.getByRole("link", { name: "เปิดแบบฟอร์ม" }).click();
  await expect(page.getByRole("textbox", { name: /ผลที่ทำได้/ })).toBeVisible();
  lap("form");
  await page.getByRole("textbox", { name: "ประเด็นความสำเร็จ" }).fill("ที่ ".repeat(2001));
  lap("fill");
  await expect(page.getByText("ยาวเกิน 4,000 ตัวอักษร").first()).toBeVisible();
  lap("visible");
  await page.getByRole("button", { name: "ส่งรายงาน" }).click();
  lap("send");
  await expect(page.getByRole("alert")).toContainText("ต้องแก้ 2 จุด");
  lap("alert");
  await expect(page.getByText("กรุณากรอกช่องนี้").first()).toBeVisible();
  lap("v");
  await expect(page.getByRole("textbox", { name: /ผลที่ทำได้/ })).toBeFocused();
  lap("focused");
  await violationsOf(page);
  lap("axe");
  for (const rule of [
    "color-contrast",
    "target-size",
    "scrollable-region-focusable",
    "link-in-text-block",
  ]) {
    await violationsOf(page, [rule]);
    lap(rule);
  }
  await server.remove();
});
