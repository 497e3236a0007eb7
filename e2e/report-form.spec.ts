import { expect, type Page } from "@playwright/test";
import { PHOTO_BUDGET_BYTES } from "../web/photos/photo-limits.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility.ts";
import { takeCameraPhoto } from "./support/camera-photo.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { PHONE, PORTRAIT, TABLET, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

/** The text of 200 % on the tablet: half as much room, in CSS pixels. */
const TABLET_AT_200_PERCENT = { width: 640, height: 400 };

// Every look for violations takes seconds on the slowest machine, and three themes are looked at.
test.setTimeout(180_000);

let page: Page;

test.beforeEach(async ({ page: window, server }) => {
  page = window;
  await page.goto("/reports");
  // A silent district: most of its forms are still to be filled in.
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
});

const rows = () => page.locator(".project-row");
const untouched = () => rows().filter({ hasText: "ยังไม่รายงาน" });
const output = () => page.getByRole("textbox", { name: /ผลที่ทำได้/ });
const success = () => page.getByRole("textbox", { name: "ประเด็นความสำเร็จ" });
const send = () => page.getByRole("button", { name: "ส่งรายงาน" });
const savedLine = () => page.getByText("บันทึกในเครื่องนี้แล้ว");

async function openForm(): Promise<void> {
  await untouched().first().click();
  await page.getByRole("link", { name: "เปิดแบบฟอร์ม" }).click();
  await expect(output()).toBeVisible();
}

test("[R19] [R22] the list is searched by code and by name, ten a page", async () => {
  await expect(rows()).toHaveCount(10);
  await expect(page.getByText("หน้า: 1 / 4")).toBeVisible();
  await page.getByRole("button", { name: "ถัดไป" }).click();
  await expect(page.getByText("หน้า: 2 / 4")).toBeVisible();
  const search = page.getByRole("textbox", { name: "ค้นหาโครงการที่ต้องการบันทึก" });
  await search.fill("801-112-P0167");
  await expect(rows().first()).toContainText("801-112-P0167");
  await search.fill("แผนพัฒนาตําบล");
  await expect(rows().first()).toContainText("แผนพัฒนาตำบล");
  await search.fill("ไม่มีโครงการนี้");
  await expect(page.getByText("ไม่พบโครงการที่ค้นหา")).toBeVisible();
  await page.getByRole("button", { name: "แสดงทั้งหมด" }).click();
  await page.getByRole("radio", { name: /ถึงจังหวัดแล้ว/ }).check();
  await expect(rows()).toHaveCount(7);
});

test("looking at a form leaves no draft behind", async () => {
  await openForm();
  await page.getByRole("link", { name: "ย้อนกลับ" }).click();
  await expect(rows().first()).toBeVisible();
  await expect(rows().filter({ hasText: "ร่าง" })).toHaveCount(0);
});

test("[R28] [R31] a 12-megapixel photo is shrunk and kept, taken out and put back", async () => {
  await openForm();
  const photo = await takeCameraPhoto(page, 3);
  expect(photo.length).toBeGreaterThan(2 * PHOTO_BUDGET_BYTES);
  const file = { name: "IMG_0003.jpg", mimeType: "image/jpeg", buffer: photo };
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("ถ่ายรูป", { exact: true }).click();
  await (await chooser).setFiles([file]);
  await expect(page.getByText("กำลังย่อ")).toBeVisible();
  const tiles = page.locator("figure");
  await expect(tiles.getByText("เก็บในเครื่องแล้ว")).toBeVisible({ timeout: 20_000 });
  const size = await page.evaluate(async () => {
    const opened = indexedDB.open("bpm-field");
    await new Promise((resolve) => opened.addEventListener("success", resolve));
    const read = opened.result.transaction("files").objectStore("files").getAll();
    await new Promise((resolve) => read.addEventListener("success", resolve));
    opened.result.close();
    return read.result.map(({ sizeBytes }: { sizeBytes: number }) => sizeBytes);
  });
  expect(size).toHaveLength(1);
  expect(size[0]).toBeLessThanOrEqual(PHOTO_BUDGET_BYTES);

  await tiles.getByRole("button").click();
  await page.getByLabel("คำบรรยายรูป").fill("เวทีประชาคม");
  await page.getByRole("button", { name: "นำออก" }).click();
  await expect(tiles).toHaveCount(0);
  await page.getByRole("button", { name: "เลิกทำ" }).click();
  await expect(tiles.getByRole("img", { name: "เวทีประชาคม" })).toBeVisible();
});

test("[R29] a document over 2 MB stays in sight with the number, and the rest goes on", async () => {
  await openForm();
  await page.locator("input[accept*=pdf]").setInputFiles([
    { name: "ใบลงทะเบียน.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(3_500_000) },
    { name: "กำหนดการ.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") },
  ]);
  await expect(page.getByText("3.4 MB เกิน 2 MB จึงยังไม่ส่ง")).toBeVisible();
  await expect(page.locator(".file-row").getByText("กำหนดการ.pdf")).toBeVisible();
});

test.describe("without signal", () => {
  test.use({ serviceWorkers: "allow" });

  test("[R33] [R34] cancel changes nothing; confirming keeps it here and says where it is", async () => {
    await worksOffline(page);
    await openForm();
    const target =
      /เป้าหมายอำเภอ ([\d,]+)/.exec(await page.getByRole("main").innerText())?.[1] ?? "";
    const tooMany = String(Number(target.replace(",", "")) + 30);
    await page.context().setOffline(true);
    await output().fill(tooMany);
    await success().fill("ชุมชนทำเอง");
    await send().click();
    const question = page.getByRole("dialog", { name: "คุณต้องการบันทึกข้อมูล ใช่หรือไม่" });
    await expect(question).toContainText(`${tooMany} จาก ${target}`);
    // R27: more than the target is asked about, not forbidden.
    await expect(question).toContainText("เกินเป้าหมาย");
    await question.getByRole("button", { name: "ยกเลิก" }).click();
    await expect(output()).toHaveValue(tooMany);
    await expect(success()).toHaveValue("ชุมชนทำเอง");

    await send().click();
    await question.getByRole("button", { name: "ตกลง" }).click();
    const saved = page.getByRole("dialog", { name: "จัดเก็บในเครื่องเรียบร้อยแล้ว" });
    await expect(saved).toContainText("รอส่งเมื่อมีสัญญาณ");
    await expectAccessible(page);
    await saved.getByRole("button", { name: "ตกลง" }).click();
    await expect(rows().filter({ hasText: "รอส่ง" })).toHaveCount(1);
  });
});

const BAD_NUMBERS = ["1,770", "-5", "สิบ", "9999999999999", "1e3", "1.234"];

test("what cannot be read stays as typed, is marked, and is not sent", async () => {
  await openForm();
  for (const typed of BAD_NUMBERS) {
    await output().fill(typed);
    await output().blur();
    await expect(output()).toHaveValue(typed);
    await expect(output()).toHaveAttribute("aria-invalid", "true");
  }
  await output().fill("1,770");
  await expect(savedLine()).toBeVisible();
  await page.reload();
  await expect(output()).toHaveValue("1,770");
  await send().click();
  await expect(page.getByRole("alert")).toContainText("ยังส่งไม่ได้ ต้องแก้ 1 จุด");
  await expect(output()).toBeFocused();
  await output().fill("๑๗๗๐");
  await output().blur();
  await expect(output()).toHaveValue("1770");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("an empty and an over-long field are told at the field", async () => {
  await openForm();
  await success().fill("ที่ ".repeat(2001));
  await expect(page.getByText("ยาวเกิน 4,000 ตัวอักษร").first()).toBeVisible();
  await send().click();
  await expect(page.getByRole("alert")).toContainText("ต้องแก้ 2 จุด");
  await expect(page.getByText("กรุณากรอกช่องนี้").first()).toBeVisible();
  await expect(output()).toBeFocused();
  await expectAccessible(page);
});

test("half a period is kept as typed and asked for", async () => {
  await openForm();
  await output().fill("58");
  await page.getByRole("button", { name: /ตั้งแต่วันที่จากปฏิทิน/ }).click();
  await expect(page.locator(".calendar-day:focus")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".calendar-day:focus")).not.toHaveAttribute("aria-current");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "ตั้งแต่วันที่ วัน" })).not.toHaveValue("");
  await send().click();
  await expect(page.getByRole("alert")).toContainText("ถึงวันที่");
});

test("list, form and dialogs are accessible in every theme", { tag: "@long" }, async () => {
  await expectAccessible(page);
  await openForm();
  await output().fill("58");
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "พื้นที่ดำเนินการ" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /ตั้งแต่วันที่จากปฏิทิน/ }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await send().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
});

test("nothing lies beyond the edge on any screen, nor at text of 200 %", async () => {
  for (const size of [TABLET, PORTRAIT, PHONE, TABLET_AT_200_PERCENT]) {
    await page.setViewportSize(size);
    await page.goto("/reports");
    await expect(rows().first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    if (size === TABLET) continue;
    await untouched().first().click();
    await expect(output()).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});
