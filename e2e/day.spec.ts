import { expect, type Page } from "@playwright/test";
import { must } from "../shared/invariant.ts";
import { PHOTO_BUDGET_BYTES } from "../web/photos/photo-limits.ts";
import { areaRecords, costField, fillInArea, keepArea, openAreas } from "./support/area-entry.ts";
import { takeCameraPhoto } from "./support/camera-photo.ts";
import { grantDurableStorage } from "./support/durable-storage.ts";
import { askDatabase, newestSeq, storedFile } from "./support/province-database.ts";
import {
  confirmReport,
  keptPhotos,
  openUntouchedForm,
  outputField,
  photograph,
  savedLine,
  submitReport,
  successField,
} from "./support/report-entry.ts";
import { returnReport } from "./support/return-report.ts";
import type { TestServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { type Tablet, worksOffline } from "./support/tablet.ts";
import { calledName, comeBack, handOver, setPin, signInBeside } from "./support/taking-turns.ts";
import { test } from "./support/test.ts";

// A whole day of a district officer, with the app killed (kill -9) at its worst moments.

const OFFICE = "วังสมบูรณ์";
const OFFICERS_PIN = "271828";
const HEADS_PIN = "314159";
const OFFICERS_WORDS = "กลุ่มสตรีบ้านวังใหม่เสนอเองสองโครงการ";
const HEADS_WORDS = "ผู้นำชุมชนรับดำเนินการต่อทุกหมู่บ้าน";
const AREA_PROJECT = "ส่งเสริมประชาชนที่เป็นสมาชิกกองทุนชุมชน";
const VENUE = "วัดวังใหม่";
const COMMENT = "ใบลงทะเบียนมี 32 ชื่อ โปรดตรวจอีกครั้ง";

let server: TestServer;
let tablet: Tablet;

test.beforeEach(({ server: started, tablet: bought }) => {
  server = started;
  tablet = bought;
});

const officer = () => server.account("districtOfficer", OFFICE);
const head = () => server.account("districtHead", OFFICE);

test("[O1 O2 O8 O9 R1] the officer's day: ready, killed at the worst moments without signal, all with the province once, corrected", {
  // Half a minute and seven browsers: `npm run test:long`.
  tag: "@long",
}, async () => {
  const before = newestSeq(server.dataDir);
  const photos = await test.step("at the office", theMorning);

  // The tablet is switched off for the road, and there is no signal where it is switched on. By the
  // server: a browser that starts anew may send before it could be told that it is without a network.
  await tablet.restart();
  await server.stop();
  await test.step("a report, in the first village", () => reportUnderFire(photos));
  await test.step("an area, in the second", areaUnderFire);
  const page = await test.step("the head has the tablet for a while", theHeadsTurn);

  expect(stored(before), "nothing left the villages").toEqual([]);
  await page.close();
  await server.restart();
  await tablet.context.setOffline(false);
  const reportId = await test.step("in the pocket", () => everythingArrives(before));
  await test.step("in the evening", () => theEvening(before, reportId));
});

/** @returns what the camera will see today */
async function theMorning(): Promise<[Buffer, Buffer]> {
  const page = await tablet.openApp("/reports");
  await grantDurableStorage(page, server.origin);
  await signInOfficer(page, head());
  await worksOffline(page);
  await handOver(page, HEADS_PIN);
  await signInBeside(page, officer());
  await setPin(page, OFFICERS_PIN);
  await page.goto("/outbox");
  await page.getByRole("button", { name: "ตรวจความพร้อม" }).click();
  await expect(page.getByText("พร้อมทุกข้อ ออกพื้นที่ได้")).toBeVisible();
  return [await takeCameraPhoto(page, 1), await takeCameraPhoto(page, 2)];
}

async function reportUnderFire([meeting, lesson]: [Buffer, Buffer]): Promise<void> {
  let page = await tablet.openApp("/reports");
  await openUntouchedForm(page);
  const path = new URL(page.url()).pathname;
  const asWritten = async () => {
    await expect(outputField(page)).toHaveValue("58");
    await expect(successField(page)).toHaveValue(OFFICERS_WORDS);
    expect(new URL(page.url()).pathname, "the form that was open").toBe(path);
  };
  await outputField(page).fill("๕๘");
  await successField(page).pressSequentially(OFFICERS_WORDS);
  await expect(savedLine(page)).toBeVisible();

  page = await killedAndReopened();
  await asWritten();
  await photograph(page, "IMG_0001.jpg", meeting);
  await expect(page.getByText("กำลังย่อ")).toBeVisible();

  // Half a photo is none: it is taken again.
  page = await killedAndReopened();
  await asWritten();
  await expect(page.locator("figure")).toHaveCount(0);
  await photograph(page, "IMG_0001.jpg", meeting);
  await expect(keptPhotos(page)).toHaveCount(1, { timeout: 20_000 });

  page = await killedAndReopened();
  await asWritten();
  await expect(keptPhotos(page)).toHaveCount(1);
  await photograph(page, "IMG_0002.jpg", lesson);
  await expect(keptPhotos(page)).toHaveCount(2, { timeout: 20_000 });
  await confirmReport(page);

  page = await killedAndReopened();
  await page.goto("/reports");
  await expect(page.locator(".project-row").filter({ hasText: "รอส่ง" })).toHaveCount(1);
  await page.close();
}

async function areaUnderFire(): Promise<void> {
  let page = await tablet.openApp();
  await openAreas(page, AREA_PROJECT, "บันทึกข้อมูลพื้นที่");
  const result = "สมาชิกตั้งกองทุนได้ครบ";
  await fillInArea(page, { area: "วังใหม่", venue: VENUE, total: "32", result, cost: "1500" });
  await expect(savedLine(page)).toBeVisible();

  page = await killedAndReopened();
  await expect(costField(page)).toHaveValue("1500");
  await keepArea(page);
  await expect(areaRecords(page).filter({ hasText: "รอส่ง" })).toHaveCount(1);
  await page.close();
}

/** @returns the app, which the officer has again */
async function theHeadsTurn(): Promise<Page> {
  const page = await tablet.openApp();
  await handOver(page);
  // From here on the browser knows too, and waits for the network as a tablet's does.
  await tablet.context.setOffline(true);
  await comeBack(page, calledName(server, head()), HEADS_PIN);
  await page.getByRole("link", { name: "รายงาน", exact: true }).click();
  // The officer's report is seen to wait: nobody writes it a second time.
  await expect(page.locator(".project-row").filter({ hasText: "รอส่ง" })).toHaveCount(1);
  await openUntouchedForm(page);
  await outputField(page).fill("3");
  await successField(page).fill(HEADS_WORDS);
  await submitReport(page);
  await handOver(page);
  await comeBack(page, calledName(server, officer()), OFFICERS_PIN);
  await expect(page.getByRole("navigation").first()).toBeVisible();
  return page;
}

/** @returns the officer's report */
async function everythingArrives(before: number): Promise<string> {
  await expect.poll(() => stored(before).length, { timeout: 30_000 }).toBe(3);
  const arrived = stored(before);
  expect(arrived.map(({ kind, username, version }) => [kind, username, version])).toEqual([
    ["report", officer().username, 1],
    ["area", officer().username, 1],
    ["report", head().username, 1],
  ]);
  const [report, area, heads] = arrived.map(({ body }) => body);
  expect(report).toMatchObject({ outputs: { o1: 58 }, successPoints: OFFICERS_WORDS });
  expect(area).toMatchObject({ venue: VENUE });
  expect(heads).toMatchObject({ outputs: { o1: 3 }, successPoints: HEADS_WORDS });

  const sent = must(arrived[0], "the officer's report");
  expect(new Set(sent.attachments.map(({ sha256 }) => sha256)).size, "two photos").toBe(2);
  for (const { sha256 } of sent.attachments) {
    const size = () => storedFile(server.dataDir, sha256)?.length ?? 0;
    await expect.poll(size, { timeout: 30_000 }).toBeGreaterThan(10_000);
    expect(size()).toBeLessThanOrEqual(PHOTO_BUDGET_BYTES);
  }
  return sent.id;
}

/** What came back is seen at a glance, and put right. */
async function theEvening(before: number, reportId: string): Promise<void> {
  await returnReport(server, reportId, [{ field: "outputs.o1", text: COMMENT }]);
  const page = await tablet.openApp();
  await page.getByRole("link", { name: /ส่งกลับแก้ไข.*ใบลงทะเบียน/ }).click();
  await expect(page.locator("#pin-1")).toContainText(COMMENT);
  await outputField(page).fill("32");
  await submitReport(page);

  const corrected = () => stored(before).filter(({ id }) => id === reportId);
  await expect.poll(() => corrected().length, { timeout: 30_000 }).toBe(2);
  const [first, second] = corrected();
  expect(second).toMatchObject({
    version: 2,
    body: { outputs: { o1: 32 }, successPoints: OFFICERS_WORDS },
    attachments: first?.attachments,
  });
  await page.goto("/outbox");
  await expect(page.getByText("ไม่มีรายการรอส่ง")).toBeVisible();
  expect(stored(before), "each once, and its correction").toHaveLength(4);
}

/** The app's process is ended at this very moment; its icon is tapped again, still without signal. */
async function killedAndReopened(): Promise<Page> {
  await tablet.kill();
  return tablet.openApp();
}

type Stored = {
  id: string;
  kind: string;
  username: string;
  version: number;
  body: unknown;
  attachments: { sha256: string }[];
};

/** The versions that the province's database took in after `seq`, as they were made. */
function stored(seq: number): Stored[] {
  return askDatabase<Omit<Stored, "body" | "attachments"> & { body: string; attachments: string }>(
    server.dataDir,
    `select submissions.id, kind, username, versions.version, body, attachments from versions
       join submissions on submissions.number = versions.submission_number
       join people on people.id = versions.author_id
      where seq > ? order by made_at`,
    seq,
  ).map(({ body, attachments, ...row }) => ({
    ...row,
    body: JSON.parse(body),
    attachments: JSON.parse(attachments),
  }));
}
