import type { Page } from "@playwright/test";
import type { DemoAccount } from "./server.ts";

/** Signs in at the screen that stands in place of any other while nobody is here. */
export async function signIn(
  page: Page,
  { username, password }: Pick<DemoAccount, "username" | "password">,
): Promise<void> {
  await page.getByLabel("ชื่อผู้ใช้").fill(username);
  await page.getByRole("textbox", { name: "รหัสผ่าน" }).fill(password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
}
