import { type BrowserContext, expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll, violationsOf } from "./support/accessibility.ts";
import { attachmentOf, connectTablet, type DistrictTablet } from "./support/district-tablet.ts";
import type { TestServer } from "./support/server.ts";
import { signIn } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const DESK = { width: 1440, height: 900 };
const SIZES = [DESK, { width: 1280, height: 800 }, { width: 360, height: 740 }];
const CAPTION = "ชาวบ้านทบทวนแผนพัฒนาหมู่บ้าน";

let server: TestServer;
/** The planner's, open all day. */
let desk: Page;

test.use({ viewport: DESK, hasTouch: false });
test.beforeAll(async ({ browser, server: started }) => {
  server = started;
  desk = await browser.newPage();
  await openAs(desk, "provincePlanner", "/received");
  // A year of a whole province has to come first.
  await expect(rowsOf(desk).first()).toBeVisible({ timeout: 20_000 });
});
test.beforeEach(() => desk.setViewportSize(DESK));
test.afterAll(() => desk.close());

async function openAs(page: Page, role: string, path: string, office = ""): Promise<void> {
  await page.goto(path);
  await signIn(page, server.account(role, office));
}

async function openList(path = "/received"): Promise<Page> {
  await desk.goto(path);
  await expect(rowsOf(desk).first()).toBeVisible();
  return desk;
}

const rowsOf = (page: Page) => page.getByRole("table").locator("tbody tr");
const search = (page: Page) => page.getByRole("textbox", { name: "รหัสหรือชื่อโครงการ" });
const inHeader = (page: Page, text: string) => page.getByRole("banner").getByText(text);

async function nextPull(page: Page): Promise<void> {
  const pulled = page.waitForResponse((reply) => reply.url().includes("/api/sync/pull"));
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await pulled;
}

test("the planner finds a report among all that arrived, and reads it", async () => {
  const page = await openList("/");
  await expect(rowsOf(page)).toHaveCount(20);

  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await search(page).fill("อ.วังสมบูรณ์");
  await expect(rowsOf(page)).toHaveCount(7);
  await search(page).fill("ไม่มีโครงการนี้");
  await expect(page.getByText("ไม่พบรายงานที่ค้นหา")).toBeVisible();
  await page.getByRole("button", { name: "แสดงทั้งหมด" }).click();

  await page.getByRole("radio", { name: /ส่งกลับแก้ไข/ }).check({ force: true });
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByRole("button", { name: "อำเภอ" }).click();
  await expect(page.getByRole("columnheader", { name: "อำเภอ" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(rowsOf(page).first()).toContainText("คลองหาด");

  await rowsOf(page).first().getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  await expect(rowsOf(page).nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/received\/[0-9a-f-]{36}\?/);
  await expect(
    page.getByText("ขอรายละเอียดผลที่เกิดกับกลุ่มเป้าหมายเพิ่มเติม", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("table", { name: "ผลผลิตเทียบเป้าหมาย" })).toBeVisible();
  await expect(page.getByRole("table", { name: "ขั้นตอนที่อำเภอเป็นผู้ดำเนินการ" })).toContainText(
    "ความก้าวหน้ารวม",
  );

  await page.getByRole("link", { name: "ก่อนหน้า" }).click();
  await expect(page.getByText("จำนวนไม่ตรงกับรายชื่อที่แนบ ขอให้ตรวจสอบอีกครั้ง")).toBeVisible();
  await page.getByRole("link", { name: /^รายงานที่ได้รับ/ }).click();
  await expect(rowsOf(page)).toHaveCount(2);
});

test("a district's bar is its filter, and the choice survives a reload", async () => {
  const page = await openList();
  const parts = page.getByRole("group", { name: /กรองตามพื้นที่/ }).getByRole("radio");
  await expect(parts).toHaveCount(10);
  await page.getByRole("radio", { name: /คลองหาด รายงานแล้ว 21 จาก/ }).check({ force: true });
  await expect(page.getByRole("radio", { name: "ทั้งหมด 21" })).toBeChecked();
  await page.reload();
  await expect(page.getByRole("radio", { name: "ทั้งหมด 21" })).toBeVisible();
  await expect(rowsOf(page).first()).toContainText("คลองหาด");
  await page.getByRole("button", { name: "ถัดไป" }).click();
  await expect(rowsOf(page)).toHaveCount(1);
});

test("[R21] an officer is shown no list of received reports", async ({ page }) => {
  await openAs(page, "districtOfficer", "/received", "วังสมบูรณ์");
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.getByRole("heading", { name: "ไม่พบหน้านี้" })).toHaveCount(1);
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByText("คลองหาด")).toHaveCount(0);
});

test("a report that is not there says so, and leads back", async () => {
  await desk.goto("/received/00000000-0000-4000-8000-000000000000");
  await expect(desk.getByText("ไม่พบรายงานนี้")).toBeVisible();
  await desk.getByRole("link", { name: "กลับไปรายการ" }).click();
  await expect(rowsOf(desk).first()).toBeVisible();
});

test.describe("a new report", () => {
  let tablet: DistrictTablet;
  test.beforeEach(async () => {
    tablet = await connectTablet(server, server.account("districtOfficer", "วัฒนานคร"));
  });
  test.afterEach(() => tablet.close());

  test("[F2] appears at the next pull, and its photo when it arrives", async () => {
    const page = await openList();
    const photo = await takeSmallPhoto(page, 1);
    const attachment = {
      ...attachmentOf(photo, { name: "ประชุม.webp", mediaType: "image/webp" }),
      caption: CAPTION,
      takenAt: "2024-03-14T03:20:00Z",
    };
    await tablet.push(aBody(), [attachment]);
    await nextPull(page);
    const first = rowsOf(page).first();
    await expect(first).toContainText("วัฒนานคร");
    await expect(first).toContainText("รอรูป 1");
    await first.getByRole("link").click();
    await expect(page.getByText("รูปนี้ยังไม่ถึงจังหวัด")).toBeVisible();
    await expect(page.getByText("14 มี.ค. 2567 10:20 น.")).toBeVisible();
    await expect(page.getByText("จดไว้ตอนลงพื้นที่")).toBeVisible();

    await tablet.upload(attachment, photo);
    await nextPull(page);
    const shown = page.getByRole("img", { name: CAPTION });
    await expect(shown).toBeVisible();
    await expect.poll(() => naturalWidthOf(shown)).toBe(800);

    await page.getByRole("button", { name: "ดูรูปขนาดใหญ่" }).click();
    await expect(page.getByRole("dialog").getByRole("img")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test.describe("without a network", () => {
    test.use({ serviceWorkers: "allow" });

    test("can be read without a network; a photo not seen before says what it needs", async ({
      page,
      context,
    }) => {
      await openAs(page, "provincePlanner", "/received");
      await expect(rowsOf(page).first()).toBeVisible({ timeout: 20_000 });
      await worksOffline(page);
      const photo = await takeSmallPhoto(page, 2);
      const attachment = attachmentOf(photo, { name: "ลงพื้นที่.webp", mediaType: "image/webp" });
      await tablet.push(aBody(), [attachment]);
      await tablet.upload(attachment, photo);
      await nextPull(page);
      await expect(rowsOf(page).first()).toContainText("ถึงจังหวัดแล้ว");
      await withoutNetwork(page, context, async () => {
        await page.reload();
        await rowsOf(page).first().getByRole("link").click();
        await expect(page.getByText("จดไว้ตอนลงพื้นที่")).toBeVisible();
        await expect(page.getByText("ต้องมีสัญญาณจึงจะเห็น")).toBeVisible();
        await expect(page.getByRole("button", { name: "ลองอีกครั้ง" })).toBeVisible();
        await expect(page.locator("main img")).toHaveCount(0);
      });
      // By itself, after the next round: who presses the button may find it gone.
      await expect.poll(() => naturalWidthOf(page.locator("main img"))).toBe(800);
    });
  });

  function aBody() {
    const { outputs, project } = tablet.unreported;
    return {
      outputs: Object.fromEntries(outputs.map(({ id }) => [id, 12])),
      steps: Object.fromEntries(project.steps.map(({ id }) => [id, 100])),
      successPoints: "จดไว้ตอนลงพื้นที่",
      areaCodes: ["270501"],
      newVillages: {},
      activity: { from: "2024-03-14", to: "2024-03-15" },
    };
  }
});

async function withoutNetwork(page: Page, context: BrowserContext, work: () => Promise<void>) {
  await context.setOffline(true);
  await work();
  await context.setOffline(false);
  await page.bringToFront();
}

function naturalWidthOf(image: ReturnType<Page["locator"]>): Promise<number> {
  return image.evaluate((element) =>
    element instanceof HTMLImageElement ? element.naturalWidth : 0,
  );
}

test("nothing on the screens fails the accessibility rules, light and dark", async () => {
  const page = await openList("/received?state=returned");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expectNoViolations(page);
  await rowsOf(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
  await expectNoViolations(page);
});

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page), colorScheme).toEqual([]);
  }
}

test("nothing reaches beyond the side of the window, at the desk and on a phone", async () => {
  const page = await openList();
  const [report] = await rowsOf(page).getByRole("link").all();
  const address = await report?.getAttribute("href");
  for (const path of ["/received", address ?? ""]) {
    await page.goto(path);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect(inHeader(page, "ข้อมูล ณ")).toBeVisible();
      await expectNoSidewaysScroll(page, `${path} at ${size.width}`);
    }
  }
});
