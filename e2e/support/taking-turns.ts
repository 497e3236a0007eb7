import { expect, type Locator, type Page } from "@playwright/test";
import { must } from "../../shared/invariant.ts";
import { askDatabase } from "./province-database.ts";
import type { DemoAccount, TestServer } from "./server.ts";
import { signIn } from "./sign-in.ts";

/** The cards of those who were here before. */
export function peoplePicker(page: Page): Locator {
  return page.getByRole("group", { name: "ใครใช้แท็บเล็ตเครื่องนี้" });
}

/** Where the person whose card is chosen proves to be it. */
export function pinField(page: Page): Locator {
  return page.getByRole("textbox", { name: /รหัส PIN ของคุณ/ });
}

/** What a person's card shows. */
export function calledName(server: TestServer, { username }: DemoAccount): RegExp {
  const [row] = askDatabase<{ display_name: string }>(
    server.dataDir,
    "select display_name from people where username = ?",
    username,
  );
  return new RegExp(must(row?.display_name.split(/\s/).at(-1), "the demo's people have names"));
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
  if (pin !== undefined) await choosePin(page, pin, "ตั้ง PIN แล้วสลับ");
  await expect(peoplePicker(page)).toBeVisible();
}

/** Takes the tablet with a PIN, which needs no signal. */
export async function comeBack(page: Page, name: RegExp, pin: string): Promise<void> {
  await peoplePicker(page).getByRole("radio", { name }).check({ force: true });
  await pinField(page).fill(pin);
  await pinField(page).press("Enter");
}

/** Sets the first PIN of whoever is at the tablet. */
export async function setPin(page: Page, pin: string): Promise<void> {
  await page.goto(new URL("/me", page.url()).href);
  await page.getByRole("button", { name: "ตั้ง PIN" }).click();
  await choosePin(page, pin, "บันทึก PIN");
}

async function choosePin(page: Page, pin: string, confirm: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "ตั้ง PIN" });
  await dialog.getByLabel("PIN ใหม่", { exact: true }).fill(pin);
  await dialog.getByLabel("PIN ใหม่อีกครั้ง").fill(pin);
  await dialog.getByRole("button", { name: confirm }).click();
  await expect(dialog).toHaveCount(0);
}
