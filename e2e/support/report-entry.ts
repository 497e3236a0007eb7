import { expect, type Locator, type Page } from "@playwright/test";

/** The first output of the form in view. */
export function outputField(page: Page): Locator {
  return page.getByRole("textbox", { name: /ผลที่ทำได้/ }).first();
}

export function successField(page: Page): Locator {
  return page.getByRole("textbox", { name: "ประเด็นความสำเร็จ" });
}

/** What the form says once everything typed is durable. */
export function savedLine(page: Page): Locator {
  return page.getByText("บันทึกในเครื่องนี้แล้ว");
}

/** Photos of the form that are durable, each with its words. */
export function keptPhotos(page: Page): Locator {
  return page.locator("figure").filter({ hasText: "เก็บในเครื่องแล้ว" });
}

/** From the list of forms, the first that nobody began. */
export async function openUntouchedForm(page: Page): Promise<void> {
  await page.locator(".project-row").filter({ hasText: "ยังไม่รายงาน" }).first().click();
  await page.getByRole("link", { name: "เปิดแบบฟอร์ม" }).click();
}

/** The camera answers with a photo; the form has not shrunk it yet. */
export async function photograph(page: Page, name: string, photo: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("ถ่ายรูป", { exact: true }).click();
  await (await chooser).setFiles([{ name, mimeType: "image/jpeg", buffer: photo }]);
}

/** R33, R34: asks first, then says where it is kept. That word is still on the screen. */
export async function confirmReport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "ส่งรายงาน" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("คุณต้องการบันทึกข้อมูล ใช่หรือไม่");
  await dialog.getByRole("button", { name: "ตกลง" }).click();
  await expect(dialog).toContainText("จัดเก็บในเครื่องเรียบร้อยแล้ว");
}

/** As `confirmReport`, and the word is read. */
export async function submitReport(page: Page): Promise<void> {
  await confirmReport(page);
  await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
}
