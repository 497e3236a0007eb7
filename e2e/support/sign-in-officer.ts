import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { DemoAccount } from "./server.ts";

/** Signs in on the screen that is open, and waits until the first pull has brought the forms. */
export async function signInOfficer(page: Page, { username, password }: DemoAccount) {
  await page.getByLabel("ชื่อผู้ใช้").fill(username);
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "เมนูหลัก" }).first()).toBeVisible();
  await page.goto(new URL("/reports", page.url()).href);
  await expect(page.locator(".project-row").first()).toBeVisible();
}
