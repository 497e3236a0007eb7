import { expect, type Page } from "@playwright/test";
import type { DemoAccount } from "./server.ts";

/** Signs in at the screen that stands in place of any other while nobody is here. */
export async function signIn(
  page: Page,
  { username, password }: Pick<DemoAccount, "username" | "password">,
): Promise<void> {
  await page.getByLabel("ชื่อผู้ใช้").fill(username);
  await page.getByRole("textbox", { name: "รหัสผ่าน" }).fill(password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click();
}

/**
 * Signs in, and waits until the first pull has brought the list of forms, which is open then: without
 * another load where the page is at `/reports` already.
 */
export async function signInOfficer(page: Page, account: DemoAccount): Promise<void> {
  await signIn(page, account);
  await expect(page.getByRole("navigation", { name: "เมนูหลัก" }).first()).toBeVisible();
  const list = new URL("/reports", page.url()).href;
  if (page.url() !== list) await page.goto(list);
  await expect(page.locator(".project-row").first()).toBeVisible();
}
