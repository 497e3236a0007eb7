import { expect, type Page } from "@playwright/test";
import { bangkokDate, fiscalYearOf } from "../shared/fiscal-year.ts";
import { expectAccessible } from "./support/accessibility.ts";
import type { TestServer } from "./support/server.ts";
import { signIn, signInOfficer } from "./support/sign-in.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const CURRENT = fiscalYearOf(bangkokDate(new Date()));

let server: TestServer;

test.beforeEach(({ server: started }) => {
  server = started;
});

const officer = () => server.account("districtOfficer", "วังสมบูรณ์");
const years = (page: Page) =>
  page.getByRole("group", { name: "เลือกปีงบประมาณปัจจุบัน" }).getByRole("radio");

test("[R1, R2, R3, R5] the entry names the system and its owner, lists eight years by the manual's label, and signs in", async ({
  page,
}) => {
  await page.goto("/");
  const entry = page.getByRole("banner");
  for (const name of [
    "ระบบบริหารงบประมาณและบริหารกิจกรรม/โครงการ",
    "ระดับอำเภอ",
    "กรมการพัฒนาชุมชน กระทรวงมหาดไทย",
  ]) {
    await expect(entry.getByText(name)).toBeVisible();
  }
  await expect(years(page)).toHaveCount(8);
  for (let back = 0; back < 8; back += 1) {
    await expect(years(page).nth(back)).toHaveAccessibleName(
      new RegExp(`^โปรแกรมรายงานการเงินและงบประมาณ \\(BPM\\) ปี ${CURRENT - back}`),
    );
  }
  await expect(years(page).first(), "R3: of today in Bangkok").toBeChecked();
  await expect(page.getByText("ปีก่อนหน้าเปิดดูได้ แก้ไขไม่ได้")).toBeVisible();
  await signIn(page, officer());
  await expect(page.getByRole("link", { name: `ปีงบฯ ${CURRENT}` })).toBeVisible();
});

test("[R3] a year with nothing in it says so, on every list", async ({ page }) => {
  await page.goto("/");
  await years(page).nth(5).check({ force: true });
  await signIn(page, officer());
  const nothing = page.getByText(`ปีงบประมาณ ${CURRENT - 5} ไม่มีข้อมูล`);
  await expect(nothing).toBeVisible();
  await expectAccessible(page, "home of an empty year");
  await page.goto("/reports");
  await expect(nothing).toBeVisible();
});

test.describe("without signal", () => {
  test.use({ serviceWorkers: "allow" });

  test("[R3, R4] a year that was closed opens to be read, and its codes carry its own year", async ({
    page,
    context,
  }) => {
    await page.goto("/reports");
    await signInOfficer(page, officer());
    const codes = await page.locator(".project-code").allTextContents();
    expect(codes.length).toBe(10);
    for (const code of codes) expect(code).toContain(`-${CURRENT - 543}-`);
    await worksOffline(page);
    await context.setOffline(true);
    await page.evaluate(closeYears);
    await page.reload();
    await page.locator(".project-row").first().click();
    await page
      .getByRole("link", { name: /อ่านแบบฟอร์ม|เปิดแบบฟอร์ม/ })
      .first()
      .click();
    await expect(page.getByText(`ปีงบประมาณ ${CURRENT} ปิดแล้ว`).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "ส่งรายงาน" })).toHaveCount(0);
    await expect(page.getByRole("slider").first()).toBeDisabled();
    await expectAccessible(page, "a report of a closed year");
  });
});

/** In the page: the province closes every year, as the feed would say it. */
async function closeYears(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("bpm-field");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const writing = database.transaction("fiscalYears", "readwrite");
  const store = writing.objectStore("fiscalYears");
  const reading = store.getAll();
  reading.onsuccess = () => {
    for (const row of reading.result) store.put({ ...row, open: false });
  };
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
}
