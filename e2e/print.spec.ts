import { expect, type Page } from "@playwright/test";
import { must } from "../shared/invariant.ts";
import { anAreaBody } from "../shared/test-builders.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility.ts";
import { mirrorAreas } from "./support/mirror-areas.ts";
import { readPdf } from "./support/pdf.ts";
import { signIn, signInOfficer } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { PHONE, PORTRAIT, TABLET, type Tablet, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const DISTRICT = "วังสมบูรณ์";
const PHOTOS = 5;
const A4 = { width: 595, height: 842 };
const TYPEFACES = ["Sarabun-Bold", "Sarabun-Regular"];

test.setTimeout(180_000);

test.describe("at the tablet, without signal", () => {
  let page: Page;

  test.beforeEach(async ({ server, tablet }) => {
    page = await tablet.openApp("/reports");
    await signInOfficer(page, server.account("districtOfficer", DISTRICT));
    await worksOffline(page);
    await tablet.context.setOffline(true);
    await page.reload();
    await page.locator(".project-row").filter({ hasText: "ยังไม่รายงาน" }).first().click();
    await page.getByRole("link", { name: "เปิดแบบฟอร์ม" }).click();
    await expect(page.getByRole("textbox", { name: /ผลที่ทำได้/ })).toBeVisible();
  });

  test("[R18 R26 R27 R30] a draft is printed as one: A4, Sarabun, four photos to a page with their numbers", async ({
    tablet,
  }) => {
    await page.getByRole("textbox", { name: /ผลที่ทำได้/ }).fill("58");
    await page.getByRole("textbox", { name: "ประเด็นความสำเร็จ" }).fill("ตำบลจัดลำดับโครงการได้ครบ");
    await attachPhotos(tablet);
    await openPaper();

    const paper = page.locator(".paper");
    await expect(paper).toContainText("ฉบับร่าง · ฉบับที่ 1");
    await expect(paper).toContainText("อยู่ในเครื่องนี้ ยังไม่ได้ส่งจังหวัด");
    await expect(paper.getByRole("heading", { level: 1 })).toHaveText(
      /แบบรายงานผลการดำเนินงาน ประจำปีงบประมาณ พ\.ศ\. 25\d\d/,
    );
    await expect(paper).toContainText("สำนักงานพัฒนาชุมชนอำเภอวังสมบูรณ์");
    await expect(paper).toContainText("ตำบลจัดลำดับโครงการได้ครบ");
    await expect(paper.getByRole("img", { name: `ภาพที่ ${PHOTOS}` })).toBeVisible();
    await expect(paper.locator(".paper-photos").first().locator("figure")).toHaveCount(4);
    await expect(paper).toContainText("ผู้รับรอง");

    expect(await printed(page)).toEqual({ ...A4, pages: 3, fonts: TYPEFACES });
    await expectAccessible(page, "the print view");
    for (const size of [TABLET, PORTRAIT, PHONE]) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page, `the print view at ${size.width}`);
    }
  });

  test("[R38 R39 R41] many areas run over pages, and the sum is theirs", async () => {
    const assignmentId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const result = "ทบทวนแผนหมู่บ้านและจัดลำดับโครงการร่วมกันทุกหมู่บ้าน ".repeat(3).trim();
    const bodies = Array.from({ length: 40 }, () => anAreaBody({ result, costSatang: 100_050 }));
    await mirrorAreas(page, { assignmentId, bodies });
    await openPaper();
    const table = page.locator(".paper-areas");
    await expect(table.getByRole("row")).toHaveCount(42);
    await expect(table).toContainText(/รวม 40 พื้นที่.*1,280.*40,020\.00/);
    expect((await printed(page)).pages).toBeGreaterThanOrEqual(4);
  });

  async function attachPhotos(tablet: Tablet): Promise<void> {
    const blank = must(tablet.context.pages()[0], "a browser opens with a blank page");
    const files = [];
    for (let at = 0; at < PHOTOS; at += 1) {
      const buffer = await takeSmallPhoto(blank, at + 1);
      files.push({ name: `IMG_${at}.webp`, mimeType: "image/webp", buffer });
    }
    const chooser = page.waitForEvent("filechooser");
    await page.getByText("เลือกรูปจากเครื่อง", { exact: true }).click();
    await (await chooser).setFiles(files);
    await expect(page.locator("figure").getByText("เก็บในเครื่องแล้ว")).toHaveCount(PHOTOS);
  }

  async function openPaper(): Promise<void> {
    await page.goto(`${new URL(page.url()).pathname}/print`);
    await expect(page.locator(".paper")).toBeVisible();
  }
});

test("[V1] the province prints what it received, with its version, number and check number", async ({
  page,
  server,
}) => {
  await page.goto("/");
  await signIn(page, server.account("provincePlanner"));
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows.first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole("radio", { name: /รับรองแล้ว/ }).check({ force: true });
  await rows.first().getByRole("link").click();
  await page.getByRole("link", { name: "พิมพ์" }).click();
  const paper = page.locator(".paper");
  await expect(paper).toContainText(/ฉบับที่ 1 · รับเมื่อ \d+ \S+ 25\d\d \d\d:\d\d น\./);
  await expect(paper).toContainText(/เลขรับ [\d,]+ · เลขตรวจสอบ [\dA-F]{4}-[\dA-F]{4}/);
  await expect(paper).toContainText("รับรองในระบบ");
  await expect(paper).not.toContainText("ฉบับร่าง");
  expect(await printed(page)).toMatchObject({ ...A4, fonts: TYPEFACES });
});

/** The PDF that the browser's print would save. */
async function printed(page: Page) {
  await page.evaluate(() => document.fonts.ready);
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}
