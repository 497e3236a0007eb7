import { expect, type Locator, type Page } from "@playwright/test";
import type { DemoAccount } from "./server.ts";
import { signIn } from "./sign-in.ts";

/** The cards of those who were here before. */
export function peoplePicker(page: Page): Locator {
  return page.getByRole("group", { name: "ใครใช้แท็บเล็ตเครื่องนี้" });
}

/** Signs in where colleagues are known already. */
export async function signInBeside(page: Page, account: DemoAccount): Promise<void> {
  await peoplePicker(page).getByRole("radio", { name: /คนอื่น/ }).check({ force: true });
  await signIn(page, account);
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

/** Hands the tablet on, setting the PIN first, which is offered where there is none. */
export async function handOver(page: Page, pin?: string): Promise<void> {
  await page.goto(new URL("/me", page.url()).href);
  await page.getByRole("button", { name: "สลับผู้ใช้" }).click();
  if (pin !== undefined) {
    const dialog = page.getByRole("dialog", { name: "ตั้ง PIN" });
    await dialog.getByLabel("PIN ใหม่", { exact: true }).fill(pin);
    await dialog.getByLabel("PIN ใหม่อีกครั้ง").fill(pin);
    await dialog.getByRole("button", { name: "ตั้ง PIN แล้วสลับ" }).click();
  }
  await expect(peoplePicker(page)).toBeVisible();
}
