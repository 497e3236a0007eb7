import type { Locator, Page } from "@playwright/test";

type AreaEntry = {
  /** The beginning of its name. */
  area: string;
  venue: string;
  total: string;
  result: string;
  cost: string;
};

/** The area records of the project in view. */
export function areaRecords(page: Page): Locator {
  return page.getByRole("list", { name: "ข้อมูลพื้นที่ที่บันทึกไปแล้ว" }).getByRole("link");
}

export function costField(page: Page): Locator {
  return page.getByRole("textbox", { name: "ค่าใช้จ่ายของพื้นที่นี้เท่านั้น" });
}

/** By the menu, without a request of its own: the app may be without a network. */
export async function openAreas(
  page: Page,
  project: string,
  action: "แสดงข้อมูลพื้นที่" | "บันทึกข้อมูลพื้นที่",
): Promise<void> {
  await page.getByRole("link", { name: "พื้นที่", exact: true }).click();
  await page.getByRole("row").filter({ hasText: project }).getByText(action).click();
}

export async function fillInArea(page: Page, entry: AreaEntry): Promise<void> {
  await page.getByRole("combobox", { name: "พื้นที่" }).fill(entry.area);
  await page.getByRole("option").first().click();
  await page.getByRole("textbox", { name: "จัดกิจกรรมที่ไหน" }).fill(entry.venue);
  await page.getByRole("textbox", { name: "ใครเป็นกลุ่มเป้าหมาย" }).fill("ผู้แทนครัวเรือน");
  await page.getByRole("textbox", { name: "รวม" }).fill(entry.total);
  await page.getByRole("textbox", { name: "ดำเนินการแล้วได้ผลอย่างไร" }).fill(entry.result);
  await costField(page).fill(entry.cost);
}

/** R42: the same question and the same good news as for a report. */
export async function keepArea(page: Page): Promise<void> {
  await page.locator(".form-footer").getByRole("button").click();
  const question = page.getByRole("dialog", { name: "คุณต้องการบันทึกข้อมูล ใช่หรือไม่" });
  await question.getByRole("button", { name: "ตกลง" }).click();
  const saved = page.getByRole("dialog", { name: "จัดเก็บในเครื่องเรียบร้อยแล้ว" });
  await saved.getByRole("button", { name: "ตกลง" }).click();
}
