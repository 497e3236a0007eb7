import { expect, type Page } from "@playwright/test";
import { must } from "../shared/invariant.ts";
import { PHOTO_BUDGET_BYTES } from "../web/photos/photo-limits.ts";
import { takeCameraPhoto } from "./support/camera-photo.ts";
import { askDatabase, newestSeq, storedFile } from "./support/province-database.ts";
import {
  keptPhotos,
  openUntouchedForm,
  outputField,
  photograph,
  savedLine,
  submitReport,
  successField,
} from "./support/report-entry.ts";
import type { TestServer } from "./support/server.ts";
import { signIn, signInOfficer } from "./support/sign-in.ts";
import { type Tablet, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const DISTRICT = "วังสมบูรณ์";
const SUCCESS = "ผู้แทนชุมชนเรียงลำดับโครงการได้ครบทุกหมู่บ้าน";
const PLANNERS_DESK = { width: 1440, height: 900 };

let server: TestServer;
let tablet: Tablet;
/** Keeps the browser alive while the app is closed, and draws the camera's photos. */
let blank: Page;
/** When the test began. */
let before: number;

test.beforeEach(({ server: started, tablet: bought }) => {
  server = started;
  tablet = bought;
  before = newestSeq(server.dataDir);
  blank = must(tablet.context.pages()[0], "a browser opens with a blank page");
});

test("[O1 O2 O8 R4 F1 F2] a report with a camera photo, filled in offline, leaves with the app closed and stands in SQLite and on the province's screen", async ({
  browser,
}) => {
  const page = await tablet.openApp("/reports");
  await signInOfficer(page, server.account("districtOfficer", DISTRICT));
  await worksOffline(page);

  // In the village: no signal, and the app is opened anew.
  await tablet.context.setOffline(true);
  await page.reload();
  await openUntouchedForm(page);
  await fillIn(page);
  await submitReport(page);

  // In the pocket: the app is closed. Then the tablet finds a signal.
  await page.close();
  expect(reports()).toEqual([]);
  await tablet.context.setOffline(false);

  const report = await arrived();
  expect(report.body.outputs).toEqual({ o1: 12 });
  const photo = must(report.attachments[0], "the report names its photo");
  await expect
    .poll(() => storedFile(server.dataDir, photo.sha256)?.length ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(10_000);
  const bytes = must(storedFile(server.dataDir, photo.sha256), "the photo is stored");
  expect(bytes.length).toBeLessThanOrEqual(PHOTO_BUDGET_BYTES);
  expect(bytes.subarray(8, 12).toString()).toBe("WEBP");

  const desk = await browser.newContext({ baseURL: server.origin, viewport: PLANNERS_DESK });
  const planner = await desk.newPage();
  await planner.goto("/");
  await signIn(planner, server.account("provincePlanner"));
  // The newest comes first.
  await planner.getByRole("table").locator("tbody tr").first().getByRole("link").click();
  await expect(planner.getByText(SUCCESS)).toBeVisible();
  const shown = planner.locator(`img[src*="${photo.sha256}"]`).first();
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalHeight))
    .toBeGreaterThan(1000);
  await desk.close();
});

test("[O5] a session that expired in the village strands nothing: the tablet deposits by itself", async () => {
  const page = await tablet.openApp("/reports");
  await signInOfficer(page, server.account("districtOfficer", DISTRICT));
  await worksOffline(page);
  await tablet.context.setOffline(true);
  await openUntouchedForm(page);
  await fillIn(page);
  await submitReport(page);
  await page.close();
  await tablet.context.clearCookies({ name: "bpm_session" });

  await tablet.context.setOffline(false);
  const report = await arrived();
  expect(report.attachments).toHaveLength(1);

  // Nothing can be read any more; the app says so, keeps what it has, and lets the person in again.
  const again = await tablet.openApp("/outbox");
  await expect(again.getByText("ครบเวลาเข้าสู่ระบบแล้ว")).toBeVisible();
});

test("[O6] a captive portal's page is no receipt: the report stays until the province answers", async () => {
  const page = await tablet.openApp("/reports");
  await signInOfficer(page, server.account("districtOfficer", DISTRICT));
  let answeredByPortal = 0;
  await page.route("**/api/sync/push", async (route) => {
    answeredByPortal += 1;
    await route.fulfill({ contentType: "text/html", body: "<h1>Sign in to the Wi-Fi</h1>" });
  });
  await openUntouchedForm(page);
  await fillIn(page);
  await submitReport(page);
  await expect.poll(() => answeredByPortal).toBeGreaterThan(0);
  await page.goto("/outbox");
  await expect(page.getByText("รอส่ง").first()).toBeVisible();

  await page.unroute("**/api/sync/push");
  await page.getByRole("button", { name: "ลองส่งเดี๋ยวนี้" }).click();
  await arrived();
});

async function fillIn(page: Page): Promise<void> {
  await outputField(page).fill("12");
  await successField(page).fill(SUCCESS);
  await photograph(page, "IMG_0001.jpg", await takeCameraPhoto(blank, 1));
  await expect(keptPhotos(page)).toHaveCount(1, { timeout: 20_000 });
  await expect(savedLine(page)).toBeVisible();
}

type StoredReport = {
  body: { outputs: Record<string, number> };
  attachments: { sha256: string }[];
};

function reports(): StoredReport[] {
  return askDatabase<{ body: string; attachments: string }>(
    server.dataDir,
    "select body, attachments from versions where seq > ? and json_extract(body, '$.successPoints') = ?",
    before,
    SUCCESS,
  ).map((row) => ({ body: JSON.parse(row.body), attachments: JSON.parse(row.attachments) }));
}

/** The one report, once the province's database has it. */
async function arrived(): Promise<StoredReport> {
  await expect.poll(() => reports().length, { timeout: 30_000 }).toBe(1);
  return must(reports()[0], "the report that arrived");
}
