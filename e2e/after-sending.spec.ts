import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll, violationsOf } from "./support/accessibility.ts";
import { attachmentOf, connectTablet } from "./support/district-tablet.ts";
import { confirmReport } from "./support/report-entry.ts";
import type { TestServer } from "./support/server.ts";
import { signIn, signInOfficer } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { PHONE, PORTRAIT, TABLET, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const DISTRICT = "วังสมบูรณ์";
const DESK = { width: 1440, height: 900 };
const ON_PHOTO = "ขอรูปที่เห็นผู้เข้าร่วมครบ";
const ON_OUTPUT = "ใบลงทะเบียนมี 32 ชื่อ โปรดตรวจอีกครั้ง";

test.setTimeout(180_000);

test("[V1 V2 V3 V4] a returned report opens at its comments, is corrected offline, and the reviewer sees what changed", async ({
  browser,
  server,
  tablet,
}) => {
  const planner = await openDesk(browser, server);
  const assignmentId = await sendReport(planner, server);
  await sendBack(planner);

  const page = await tablet.openApp("/reports");
  await signInOfficer(page, server.account("districtOfficer", DISTRICT));
  await worksOffline(page);
  await tablet.context.setOffline(true);
  await page.goto("/");
  await page.getByRole("link", { name: /ส่งกลับแก้ไข.*ขอรูปที่เห็น/ }).click();

  const comment = page.locator("#pin-1");
  await expect(comment).toBeFocused();
  await expect(comment).toBeInViewport();
  await expect(comment).toContainText(`รูปที่ 1${ON_PHOTO}`);
  await page.getByRole("button", { name: new RegExp(ON_OUTPUT) }).click();
  await expect(page.locator("#pin-2")).toBeInViewport();
  const output = page.locator('[data-field="outputs.o1"]');
  await expect(output).toContainText(ON_OUTPUT);
  expect(await violationsOf(page)).toEqual([]);

  await output.getByRole("textbox").fill("32");
  await confirmReport(page);
  await page.goto(`/reports/${assignmentId}/history`);
  const versions = page.locator(".version-history > li");
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("รอส่งจากเครื่องนี้");
  await expect(versions.first()).toContainText(/แก้ 1 ช่อง.*เดิม 12 .*เป็น 32 /s);
  await expect(versions.last()).toContainText("ส่งกลับแก้ไข 2 จุด");
  await expect(page.locator("main")).toContainText(ON_PHOTO);
  await expectAccessible(page, "the history");
  for (const size of [TABLET, PORTRAIT, PHONE]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `the history at ${size.width}`);
  }
  await page.setViewportSize(TABLET);

  await tablet.context.setOffline(false);
  await expect(versions.first()).toContainText(/ถึงจังหวัดแล้ว เลขรับ \d/);
  await expect(versions.last()).toContainText(/ส่งกลับแก้ไข 2 จุด.*รูปที่ 1.*ขอรูปที่เห็น/s);
  await nextPull(planner);
  const history = planner.locator(".version-history > li");
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText(/แก้ 1 ช่อง.*เดิม 12 .*เป็น 32 /s);
  // It came while version 1 was on the screen: not taken for read before the reviewer says so.
  await planner.getByRole("button", { name: "อ่านแล้ว ตรวจต่อ" }).click();
  await planner.getByRole("button", { name: "รับรองรายงาน" }).click();
  await planner.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
  await expect(history.first()).toContainText("รับรองแล้ว");

  await nextPull(page);
  await expect(versions.first()).toContainText("รับรองแล้ว");
  await page.goto(`/reports/${assignmentId}`);
  await expect(page.getByText("จังหวัดรับรองรายงานนี้แล้ว")).toBeVisible();
});

async function openDesk(browser: Browser, server: TestServer): Promise<Page> {
  const desk = await browser.newContext({ baseURL: server.origin, viewport: DESK });
  const planner = await desk.newPage();
  await planner.goto("/");
  await signIn(planner, server.account("provincePlanner"));
  await expect(planner.getByRole("table").locator("tbody tr").first()).toBeVisible();
  return planner;
}

/** @returns the assignment that was reported on; the planner reads the report */
async function sendReport(planner: Page, server: TestServer): Promise<string> {
  const sender = await connectTablet(server, server.account("districtOfficer", DISTRICT));
  const photo = await takeSmallPhoto(planner, 3);
  const attachment = attachmentOf(photo, { name: "เวที.webp", mediaType: "image/webp" });
  const { outputs, project, id, reportId } = sender.unreported;
  const body = {
    outputs: Object.fromEntries(outputs.map((one) => [one.id, 12])),
    steps: Object.fromEntries(project.steps.map((one) => [one.id, 100])),
    successPoints: "ชุมชนร่วมสมทบแรงงานและวัสดุ",
    areaCodes: [],
    newVillages: {},
    activity: { from: "2024-03-14", to: "2024-03-15" },
  };
  await sender.push(body, [attachment]);
  await sender.upload(attachment, photo);
  await sender.close();
  await planner.goto(`/received/${reportId}`);
  return id;
}

async function sendBack(planner: Page): Promise<void> {
  await pin(planner, "รูปที่ 1", ON_PHOTO);
  // Written and not sent: a reload keeps it.
  await planner.reload();
  await expect(planner.getByText(ON_PHOTO)).toBeVisible();
  await pin(planner, { index: 1 }, ON_OUTPUT);
  await planner.getByRole("button", { name: "ส่งกลับแก้ไข 2 จุด" }).click();
  await planner.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
  await expect(planner.locator(".version-history")).toContainText("ส่งกลับแก้ไข 2 จุด");
}

async function pin(planner: Page, spot: string | { index: number }, text: string): Promise<void> {
  await planner.getByRole("button", { name: "ปักความเห็นเพิ่ม" }).click();
  await planner.getByLabel("ปักที่").selectOption(typeof spot === "string" ? { label: spot } : spot);
  await planner.getByLabel("ความเห็นถึงอำเภอ").fill(text);
  await planner.getByRole("button", { name: "ปักความเห็น", exact: true }).click();
}

async function nextPull(page: Page): Promise<void> {
  const pulled = page.waitForResponse((reply) => reply.url().includes("/api/sync/pull"));
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await pulled;
}
