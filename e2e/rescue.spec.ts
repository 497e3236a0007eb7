import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { violationsOf } from "./support/accessibility.ts";
import { countRows } from "./support/count-rows.ts";
import { askDatabase, storedFile } from "./support/province-database.ts";
import type { TestServer } from "./support/server.ts";
import { signIn } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";
import { leaveUnsentWork, type UnsentWork } from "./support/unsent-work.ts";

const TEXT = "ชาวบ้านทบทวนแผนครบทุกหมู่บ้าน";

let work: UnsentWork;

test.beforeEach(async ({ server, tablet: lost }) => {
  const page = await lost.openApp("/me");
  await signIn(page, server.account("districtOfficer", "วังสมบูรณ์"));
  await worksOffline(page);
  await expect.poll(() => countRows(page, "assignments")).toBeGreaterThan(1);
  await lost.context.setOffline(true);
  work = await leaveUnsentWork(page, await takeSmallPhoto(page, 1), TEXT);
  await page.close();
});

test("[O12] [O14] what a tablet could not send arrives through another one, once", async ({
  server,
  tablet: lost,
  startTablet,
}) => {
  const page = await lost.openApp("/outbox");
  await page.getByRole("button", { name: "ส่งออกงานที่ยังไม่ได้ส่ง" }).click();
  await expect(page.getByText("รายงาน 1 · ร่าง 1 · รูปและเอกสาร 1")).toBeVisible();
  const file = await download(page);
  await expect(page.getByText("ไฟล์อยู่ในโฟลเดอร์ดาวน์โหลด")).toBeVisible();
  const sealed = await readFile(file);
  expect(sealed.subarray(0, 10).toString()).toBe("BPMRESCUE1");
  expect(sealed.includes(TEXT)).toBe(false);
  expect(sealed.includes("RIFF")).toBe(false);

  const other = await startTablet();
  const planner = await other.openApp("/me");
  await signIn(planner, server.account("provincePlanner"));
  for (let twice = 0; twice < 2; twice += 1) {
    await planner.getByLabel("นำเข้าไฟล์กู้คืน").setInputFiles(file);
    await expect(planner.getByText("รับเข้าระบบ 1 รายงาน")).toBeVisible();
    await expect(planner.getByText("ร่าง 1 เก็บไว้ให้ผู้เขียน")).toBeVisible();
  }
  await planner.goto(`/received/${work.reportId}`);
  await expect(planner.getByText(TEXT)).toBeVisible();
  expect(storedFile(server.dataDir, work.photo.sha256)?.length).toBe(work.photo.sizeBytes);

  await lost.context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => countRows(page, "outbox")).toBe(0);
  expect(versionsOf(server, work.reportId)).toEqual([{ version: 1 }]);
});

test("[O12] [O14] the recovery page rescues what the app cannot open, and its author goes on with it", async ({
  server,
  tablet: lost,
  startTablet,
}) => {
  const blocked = await lost.openApp("/recovery.html");
  await makeNewer(blocked);
  await blocked.close();

  const page = await lost.openApp("/outbox");
  const violations = await collectViolations(page);
  await expect(page.getByRole("alert")).toContainText("มีแอปรุ่นใหม่กว่า");
  await page.getByRole("link", { name: /เก็บงานที่ยังไม่ได้ส่ง/ }).click();
  await expect(page.getByRole("heading", { name: "กู้คืนงานที่ยังไม่ได้ส่ง" })).toBeVisible();
  await page.getByRole("button", { name: "ทำไฟล์กู้คืน" }).click();
  await expect(page.getByRole("status")).toContainText("รายงาน 1 ร่าง 1 รูปและเอกสาร 1");
  expect(await violationsOf(page)).toEqual([]);
  const file = await download(page);
  await expect(page.getByRole("status")).toContainText("บันทึกไว้ในโฟลเดอร์ดาวน์โหลดแล้ว");
  expect(violations).toEqual([]);

  const other = await startTablet();
  const officer = await other.openApp("/outbox");
  await signIn(officer, server.account("districtOfficer", "วังสมบูรณ์"));
  await officer.getByLabel("นำเข้าไฟล์กู้คืน").setInputFiles(file);
  await expect(officer.getByText("รับเข้าระบบ 1 รายงาน")).toBeVisible();
  await officer.getByRole("button", { name: "ทำต่อในเครื่องนี้" }).first().click();
  await expect(officer).toHaveURL(/\/reports\/[0-9a-f-]{36}$/);
  const written = officer.getByRole("textbox", { name: "ประเด็นความสำเร็จ" });
  await expect(written).toHaveValue(`${TEXT} (ร่าง)`);
  expect(versionsOf(server, work.reportId)).toEqual([{ version: 1 }]);
});

test("the rescue card and the recovery page have no barriers in either theme", async ({
  tablet: lost,
}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await lost.openApp("/recovery.html");
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  }
  const app = await lost.openApp("/outbox");
  await app.getByRole("button", { name: "ส่งออกงานที่ยังไม่ได้ส่ง" }).click();
  await expect(app.getByText("ไฟล์พร้อมแล้ว")).toBeVisible();
  expect(await violationsOf(app)).toEqual([]);
});

async function download(page: Page): Promise<string> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: "บันทึกลงเครื่อง" }).click();
  const saved = await started;
  expect(saved.suggestedFilename()).toMatch(/^bpm-rescue-\d{8}-\d{4}\.bpmrescue\.txt$/);
  return saved.path();
}

function versionsOf(server: TestServer, submissionId: string): { version: number }[] {
  return askDatabase(
    server.dataDir,
    "select versions.version from versions join submissions on number = submission_number where id = ?",
    submissionId,
  );
}

/** What the content security policy refused, on this page and on those it leads to. */
async function collectViolations(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) seen.push(message.text());
  });
  return seen;
}
/** As a later version of the app would leave the database: this one may not open it any more. */
function makeNewer(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("bpm-field", 990);
        request.onupgradeneeded = () => request.result.createObjectStore("novelties");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
}
