import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility.ts";
import { areaRecords, costField, fillInArea, keepArea, openAreas } from "./support/area-entry.ts";
import { signIn, signInOfficer } from "./support/sign-in.ts";
import { PHONE, PORTRAIT, TABLET, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const DISTRICT = "วังสมบูรณ์";
const PROJECT = "จัดทำแผนพัฒนาตำบล";
const RESULT = "ทบทวนแผนแล้วครบทุกหมู่บ้าน";

// Every look for violations takes seconds on the slowest machine, and three themes are looked at.
test.setTimeout(180_000);

let page: Page;

const records = () => areaRecords(page);
const cost = () => costField(page);
const row = (name: string) => page.getByRole("row").filter({ hasText: name });

const fillIn = (area: string, venue: string, total: string, cost: string) =>
  fillInArea(page, { area, venue, total, result: RESULT, cost });

test.describe("without signal", () => {
  test.beforeEach(async ({ tablet, server }) => {
    page = await tablet.openApp("/reports");
    await signInOfficer(page, server.account("districtOfficer", DISTRICT));
    await worksOffline(page);
    await tablet.context.setOffline(true);
  });

  test("[R37 R38 R42] three areas recorded without signal, one of them pasted, stand on the province's screen", async ({
    browser,
    server,
    tablet,
  }) => {
    // A project that was reported on, with two areas so far.
    const project = "ส่งเสริมประชาชนที่เป็นสมาชิกกองทุนชุมชน";
    await openAreas(page, project, "แสดงข้อมูลพื้นที่");
    await expect(records()).toHaveCount(2);

    await page.getByRole("button", { name: "เพิ่มพื้นที่" }).click();
    await fillIn("วังใหม่", "วัดวังใหม่", "๓๒", "1,500");
    // R40: offered, never silent.
    await page.getByRole("button", { name: "แปลงเป็น 1500" }).click();
    await expect(page.getByText("หนึ่งพันห้าร้อยบาทถ้วน")).toBeVisible();
    await keepArea(page);
    await expect(records()).toHaveCount(3);

    await page.getByRole("button", { name: "คัดลอกรายการล่าสุด" }).click();
    await expect(cost()).toHaveValue("1500");
    await fillIn("วังทอง", "ศาลากลางบ้าน", "28", "1500");
    await keepArea(page);

    await page.getByRole("link", { name: "วางจากตาราง" }).click();
    await page
      .getByRole("textbox", { name: "แถวที่วาง" })
      .fill(`270901\t"ลานวัด\nหมู่ 5"\t๑๔ มี.ค. ๒๕๖๗\tกลุ่มสตรี\t๑๐\t20\t\t${RESULT}\t1000\nต.ที่อื่น`);
    await expect(page.getByText("ไม่พบพื้นที่นี้ในอำเภอ")).toBeVisible();
    await page.getByRole("button", { name: "บันทึก 1 พื้นที่ที่ถูกต้อง" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
    // The row that could not be taken is still there.
    await expect(page.getByRole("textbox", { name: "แถวที่วาง" })).toHaveValue("ต.ที่อื่น");
    await expect(records()).toHaveCount(5);
    await expect(records().filter({ hasText: "รอส่ง" })).toHaveCount(3);

    await tablet.context.setOffline(false);
    await expect(records().filter({ hasText: "ถึงจังหวัดแล้ว" })).toHaveCount(5, {
      timeout: 30_000,
    });

    const desk = await browser.newContext({
      baseURL: server.origin,
      viewport: { width: 1440, height: 900 },
    });
    const planner = await desk.newPage();
    await planner.goto("/");
    await signIn(planner, server.account("provincePlanner"));
    await planner.getByRole("textbox", { name: "รหัสหรือชื่อโครงการ" }).fill(`อ.${DISTRICT}`);
    const reports = planner.getByRole("table").locator("tbody tr");
    await reports.filter({ hasText: project }).getByRole("link").click();
    const areas = planner.getByRole("table", { name: "ข้อมูลเชิงพื้นที่" });
    await expect(areas.getByRole("row").filter({ hasText: "วัดวังใหม่" })).toContainText("1,500.00");
    await expect(areas.getByRole("row").filter({ hasText: "ลานวัด" })).toContainText("30");
    await expect(areas.locator("tfoot")).toContainText("11,000.00");
    await desk.close();
  });

  test("[O1 R39] an area record without signal is there after the system ended the app", async ({
    tablet,
  }) => {
    await openAreas(page, PROJECT, "บันทึกข้อมูลพื้นที่");
    await fillIn("วังใหม่", "วัดวังใหม่", "32", "3,000");
    await expect(page.getByText("บันทึกในเครื่องนี้แล้ว")).toBeVisible();
    const path = new URL(page.url()).pathname;

    await tablet.crash();
    await tablet.context.setOffline(true);
    page = await tablet.openApp("/");
    await expect(cost()).toHaveValue("3,000");
    expect(new URL(page.url()).pathname).toBe(path);
    await expect(page.getByRole("textbox", { name: "จัดกิจกรรมที่ไหน" })).toHaveValue("วัดวังใหม่");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("ต.วังใหม่");
  });
});

test.describe("with signal", () => {
  test.beforeEach(async ({ page: window, server }) => {
    page = window;
    await page.goto("/reports");
    await signInOfficer(page, server.account("districtOfficer", DISTRICT));
  });

  test("[R41] the excess is named, a share is a tap away, and a removed area comes back", async () => {
    await openAreas(page, PROJECT, "แสดงข้อมูลพื้นที่");
    await records().filter({ hasText: "วังทอง" }).click();
    await expect(page.getByText("รวม 3 พื้นที่เกินเงินที่อำเภอได้รับ 6,000.00 บาท")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "หารเท่ากัน พื้นที่ละ 1000" }).click();
    await expect(cost()).toHaveValue("1000");
    await expect(page.getByText("เกินเงินที่อำเภอได้รับ 4,000.00 บาท")).toBeVisible();
    await page.getByRole("button", { name: "ถูกแล้ว ขอใส่เหตุผล" }).click();
    await page.getByRole("textbox", { name: "เหตุผลที่ค่าใช้จ่ายเกิน" }).fill("ค่าเช่าเต็นท์");

    await page.getByRole("button", { name: "ลบพื้นที่นี้" }).click();
    await page
      .getByRole("dialog", { name: /ลบข้อมูล ต.วังทอง/ })
      .getByText("ลบ", { exact: true })
      .click();
    await expect(records()).toHaveCount(2);
    await page.getByRole("button", { name: "เลิกทำ" }).click();
    await expect(records().filter({ hasText: "วังทอง" })).toContainText("1,000.00 บาท");
  });

  test("the lists, the form and the pasted rows are accessible and stay inside the window @long", async () => {
    for (const size of [TABLET, PORTRAIT, PHONE]) {
      await page.setViewportSize(size);
      await page.goto("/areas");
      await expect(row(PROJECT)).toBeVisible();
      await expectNoSidewaysScroll(page);
      await row(PROJECT).getByText("แสดงข้อมูลพื้นที่").click();
      await expect(records().first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.getByRole("link", { name: "วางจากตาราง" }).click();
      await page.getByRole("textbox", { name: "แถวที่วาง" }).fill("วังใหม่\tวัด\t\t\t\t\t\t\t1,000");
      await expect(page.getByRole("button", { name: "แปลงเป็น 1000" })).toBeVisible();
      await expectNoSidewaysScroll(page);
    }
    await expectAccessible(page);
    await page.goto("/areas");
    await expect(row(PROJECT)).toBeVisible();
    await expectAccessible(page);
    await row(PROJECT).getByText("บันทึกข้อมูลพื้นที่").click();
    await page.locator(".form-footer").getByRole("button").click();
    await expect(page.getByRole("alert")).toContainText("ต้องแก้ 6 จุด");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
