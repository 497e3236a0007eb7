import { expect, type Page } from "@playwright/test";
import { emptyReport } from "../shared/report.ts";
import { violationsOf } from "./support/accessibility.ts";
import { connectTablet } from "./support/district-tablet.ts";
import { queueReport } from "./support/queue-report.ts";
import type { TestServer } from "./support/server.ts";
import { signIn, signInOfficer } from "./support/sign-in.ts";
import { TABLET, type Tablet } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const OFFICE = "วังสมบูรณ์";
const NOTE = "ตัวเลขขั้นตอนเกินร้อย โปรดแก้แล้วส่งใหม่";

let server: TestServer;
let tablet: Tablet;
let officer: Page;

test.use({ viewport: TABLET });
test.beforeAll(async ({ server: started, startFileTablet }) => {
  server = started;
  tablet = await startFileTablet();
  officer = await tablet.openApp("/reports");
  await signInOfficer(officer, server.account("districtOfficer", OFFICE));
});

/** A report whose first step is more than done: the server holds it. */
async function sendWrongReport(): Promise<void> {
  const district = await connectTablet(server, server.account("districtOfficer", OFFICE));
  const { unreported } = district;
  await district.close();
  const [step] = unreported.project.steps;
  await queueReport(officer, unreported, {
    ...emptyReport,
    outputs: Object.fromEntries(unreported.outputs.map(({ id }) => [id, 1])),
    steps: step ? { [step.id]: 900 } : {},
    successPoints: "ชาวบ้านร่วมประชุมครบ",
  });
  await officer.goto("/outbox");
  await expect(officer.getByText("ข้อมูลบางช่องไม่ผ่านการตรวจ")).toBeVisible();
}

async function syncNow(page: Page): Promise<void> {
  const pulled = page.waitForResponse((reply) => reply.url().includes("/api/sync/pull"));
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await pulled;
}

test("nothing in the page can read either cookie", async () => {
  const seen = await officer.evaluate(async () => [
    document.cookie,
    JSON.stringify(await window.cookieStore.getAll()),
  ]);
  expect(seen).toEqual(["", "[]"]);
  const names = (await tablet.context.cookies()).map(({ name }) => name).sort();
  expect(names).toEqual(["bpm_device", "bpm_session"]);
});

test("[K1] [K2] held work is repaired and taken over, and the tablet is at rest again", async ({
  page,
}) => {
  await sendWrongReport();
  await page.goto("/kept");
  await signIn(page, server.account("provincePlanner"));
  await expect(page.getByText("ชาวบ้านร่วมประชุมครบ")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("textbox", { name: /^ขั้นตอนที่ 1/ }).fill("90");
  await page.getByRole("button", { name: "ตรวจอีกครั้งและรับเข้าระบบ" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
  await expect(page.getByText("รับเข้าระบบแล้ว", { exact: true })).toBeVisible();
  await expect(page.getByText("ไม่มีงานค้าง")).toBeVisible();

  await syncNow(officer);
  await expect(officer.getByText("ข้อมูลบางช่องไม่ผ่านการตรวจ")).toBeHidden();
});

test("[K2] an answer reaches its author's tablet", async ({ page }) => {
  await sendWrongReport();
  await page.goto("/kept");
  await signIn(page, server.account("provincePlanner"));
  await page.getByRole("button", { name: "ตอบผู้บันทึก ไม่รับเข้าระบบ" }).click();
  await page.getByRole("textbox", { name: "คำตอบถึงผู้บันทึก" }).fill(NOTE);
  await page.getByRole("button", { name: "ส่งคำตอบ" }).click();
  await expect(page.getByText("ส่งคำตอบแล้ว")).toBeVisible();

  await syncNow(officer);
  await officer.getByRole("link", { name: "ดูเหตุผลและแก้" }).click();
  await expect(officer.getByText(NOTE)).toBeVisible();
});

test("a revoked tablet says so, keeps its work, and reads nothing until it is admitted", async ({
  page,
}) => {
  await page.goto("/tablets");
  await signIn(page, server.account("administrator"));
  const rows = page.getByRole("listitem").filter({ hasText: OFFICE });
  await expect(rows.first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  for (const row of await rows.all()) {
    await row.getByRole("button", { name: "ระงับเครื่องนี้" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
    await expect(row.getByRole("button", { name: "ให้ใช้ได้อีก" })).toBeVisible();
  }

  await officer.goto("/outbox");
  await expect(officer.getByText("แท็บเล็ตนี้ถูกระงับการใช้")).toBeVisible();
  for (const row of await rows.all()) {
    await row.getByRole("button", { name: "ให้ใช้ได้อีก" }).click();
    await expect(row.getByRole("button", { name: "ระงับเครื่องนี้" })).toBeVisible();
  }
  await syncNow(officer);
  await expect(officer.getByText("แท็บเล็ตนี้ถูกระงับการใช้")).toBeHidden();
});
