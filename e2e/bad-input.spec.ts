import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { must } from "../shared/invariant.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { signIn, signInOfficer } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

/** Not in `npm test`: `npm run test:long`. */
const LONG = { tag: "@long" };

let page: Page;

test.beforeEach(async ({ page: window, server }) => {
  page = window;
  await page.goto("/reports");
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
});

const output = () => page.getByRole("textbox", { name: /ผลที่ทำได้/ });
const success = () => page.getByRole("textbox", { name: "ประเด็นความสำเร็จ" });
const savedLine = () => page.getByText("บันทึกในเครื่องนี้แล้ว");
const photoInput = () => page.locator('input[accept="image/*"]:not([capture])');

/** A form of a project that is carried out in villages. */
async function openForm(code = "S0570"): Promise<void> {
  const search = page.getByRole("textbox", { name: "ค้นหาโครงการที่ต้องการบันทึก" });
  await search.fill(code);
  const untouched = page.locator(".project-row").filter({ hasText: "ยังไม่รายงาน" });
  await untouched.first().click();
  await page.getByRole("link", { name: "เปิดแบบฟอร์ม" }).click();
  await expect(output()).toBeVisible();
}

const photos = (bytes: Buffer[]) =>
  bytes.map((buffer, at) => ({ name: `${at}.webp`, mimeType: "image/webp", buffer }));

test(
  "a full tablet refuses files and says what to free, and the text still saves",
  LONG,
  async ({ server, tablet }) => {
    // Before the app opens its database: the browser looks at the limit anew only now and then.
    const devTools = await tablet.context.newCDPSession(
      must(tablet.context.pages()[0], "a blank page"),
    );
    const { origin } = server;
    await devTools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 12_000_000 });
    page = await tablet.openApp();
    await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
    await openForm();
    await success().fill("ก่อนเต็ม");
    await expect(savedLine()).toBeVisible();

    const files = Array.from({ length: 6 }, (_, at) => ({
      name: `${at}.pdf`,
      mimeType: "application/pdf",
      buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(2_000_000)]),
    }));
    await page.locator("input[accept*=pdf]").setInputFiles(files);
    const refused = page.locator(".notice").filter({ hasText: "พื้นที่ในเครื่องเต็ม" });
    await expect(refused.first()).toContainText("ลบรูปหรือวิดีโอในแกลเลอรีหรือแอปที่ไม่ใช้");
    await expect(page.getByText(/เก็บแล้ว \d จาก 6 ไฟล์/)).toHaveCount(0);
    expect(await refused.count()).toBeLessThan(6);

    await success().fill("บันทึกได้แม้เครื่องเต็ม");
    await output().fill("12");
    await expect(savedLine()).toBeVisible();
    await page.reload();
    await expect(success()).toHaveValue("บันทึกได้แม้เครื่องเต็ม");
    await expect(page.locator(".file-row").first()).toBeVisible();
  },
);

test.describe("without signal", () => {
  test.use({ serviceWorkers: "allow" });

  test(
    "[R30] 40 photos chosen at once are kept and sent offline; one is turned",
    LONG,
    async () => {
      await worksOffline(page);
      await openForm();
      await page.context().setOffline(true);
      const bytes: Buffer[] = [];
      for (let seed = 0; seed < 40; seed += 1) bytes.push(await takeSmallPhoto(page, seed));
      await photoInput().setInputFiles(photos(bytes));
      await expect(page.getByText(/เก็บแล้ว \d+ จาก 40 ไฟล์/)).toBeVisible();
      const tiles = page.locator("figure");
      await expect(tiles.getByText("เก็บในเครื่องแล้ว")).toHaveCount(40, { timeout: 30_000 });

      await tiles.first().getByRole("button").click();
      const large = page.getByRole("dialog").getByRole("img");
      const sizeOf = () =>
        large.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
      await expect.poll(sizeOf).toEqual([800, 600]);
      await page.getByRole("button", { name: "หมุนรูป" }).click();
      await expect.poll(sizeOf).toEqual([600, 800]);
      await page.getByRole("dialog").getByRole("button", { name: "ปิด" }).click();

      await output().fill("12");
      await page.getByRole("button", { name: "ส่งรายงาน" }).click();
      const question = page.getByRole("dialog", { name: "คุณต้องการบันทึกข้อมูล ใช่หรือไม่" });
      await expect(question).toContainText("40 ไฟล์");
      await question.getByRole("button", { name: "ตกลง" }).click();
      await expect(page.getByRole("dialog", { name: "จัดเก็บในเครื่องเรียบร้อยแล้ว" })).toBeVisible();
    },
  );
});

test("a photo no browser here opens is kept as it is, a larger one says why not", async () => {
  await openForm();
  const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
  await photoInput().setInputFiles([
    { name: "a.heic", mimeType: "image/heic", buffer: heic },
    {
      name: "b.heic",
      mimeType: "image/heic",
      buffer: Buffer.concat([heic, Buffer.alloc(3_000_000)]),
    },
    { name: "c.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) },
    { name: "d.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ a renamed program") },
  ]);
  await expect(page.getByText("เครื่องนี้แสดงรูปชนิดนี้ไม่ได้ แต่เก็บและส่งได้")).toBeVisible();
  const told = (name: string) => page.locator(".notice").filter({ hasText: name });
  await expect(told("b.heic")).toContainText("2.9 MB เกิน 2 MB โปรดตั้งกล้องเป็น JPEG");
  await expect(told("c.jpg")).toContainText("ไฟล์นี้ว่าง");
  await expect(told("d.jpg")).toContainText("เนื้อไฟล์ไม่ตรงกับชนิดไฟล์");
  await expectAccessible(page);
});

test("rich text is pasted as text, without what cannot be seen", async () => {
  await openForm();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async () => {
    const blob = (text: string, type: string) => new Blob([text], { type });
    const html = "<b style='color:red'>หนา</b><img src=x onerror='alert(1)'>";
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": blob(html, "text/html"),
        "text/plain": blob("ห\u200Bนา\u0007 น\u0E4D\u0E49\u0E32", "text/plain"),
      }),
    ]);
  });
  await success().focus();
  await page.keyboard.press("Control+V");
  await output().fill("1\u200B2");
  await output().blur();
  await expect(output()).toHaveValue("12");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "ส่งรายงาน" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
  await expect(page.getByRole("dialog", { name: /จัดเก็บในเครื่อง/ })).toBeVisible();
  const sent = await page.evaluate(async () => {
    const opened = indexedDB.open("bpm-field");
    await new Promise((resolve) => opened.addEventListener("success", resolve));
    const read = opened.result.transaction("outbox").objectStore("outbox").getAll();
    await new Promise((resolve) => read.addEventListener("success", resolve));
    opened.result.close();
    return read.result[0].mutation.body.successPoints;
  });
  expect(sent).toBe("หนา น้ำ");
});

test("[R27] a village that no list has is added, sent, and confirmed by the province", async ({
  browser,
  server,
}) => {
  await openForm();
  await page.getByRole("button", { name: "เพิ่มหมู่บ้านที่ไม่มีในรายการ" }).click();
  const dialog = page.getByRole("dialog", { name: "เพิ่มหมู่บ้านที่ไม่มีในรายการ" });
  const add = dialog.getByRole("button", { name: "เพิ่ม" });
  await add.click();
  await expect(dialog.getByText("กรุณากรอกช่องนี้")).toHaveCount(2);
  await dialog.getByLabel("ตำบล").selectOption({ index: 1 });
  await dialog.getByLabel("หมู่ที่").fill("1");
  await dialog.getByLabel("ชื่อหมู่บ้าน").fill("บ้านใหม่สมมุติ");
  await add.click();
  await expect(dialog.getByText(/หมู่ 1 มีในรายการแล้ว/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("หมู่ที่").fill("๗๗");
  await add.click();
  const chip = page.locator(".chip").filter({ hasText: "บ้านใหม่สมมุติ หมู่ 77" });
  await expect(chip).toContainText("รอจังหวัดยืนยัน");
  await output().fill("12");
  await page.getByRole("button", { name: "ส่งรายงาน" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
  await page.getByRole("dialog", { name: /จัดเก็บ/ }).getByRole("button", { name: "ตกลง" }).click();

  const desk = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const planner = await desk.newPage();
  await planner.goto("/received");
  await signIn(planner, server.account("provincePlanner"));
  const received = planner.getByRole("table").locator("tbody tr");
  await expect(received.first()).toBeVisible({ timeout: 20_000 });
  await received.first().getByRole("link").first().click();
  await planner.getByRole("button", { name: "ยืนยัน บ้านใหม่สมมุติ" }).click();
  await expect(planner.getByText("รอยืนยัน", { exact: false })).toHaveCount(0);
  await expect(planner.getByText("บ้านใหม่สมมุติ")).toBeVisible();
  await desk.close();

  await openForm();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.getByRole("combobox", { name: "พื้นที่ดำเนินการ" }).fill("บ้านใหม่สมมุติ");
  const option = page.getByRole("option", { name: /บ้านใหม่สมมุติ หมู่ 77/ });
  await expect(option).toBeVisible();
  await expect(option).not.toContainText("รอจังหวัด");
});
