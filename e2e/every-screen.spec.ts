import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { expectNothingCut } from "./support/nothing-cut.ts";
import type { TestServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";
import { leaveUnsentWork, type UnsentWork } from "./support/unsent-work.ts";

test.use({ serviceWorkers: "allow" });

/** Signed in, in one of the two languages, with work that waits on the tablet for want of signal. */
async function openWithWork(
  page: Page,
  server: TestServer,
  language: "ไทย" | "English",
): Promise<UnsentWork> {
  await page.goto("/");
  await expectNothingCut(page, "signing in for the first time");
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  await worksOffline(page);
  await page.goto("/me");
  await page.getByText(language, { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "ไทย" ? "th" : "en");
  await page.context().setOffline(true);
  const photo = await takeSmallPhoto(page, 1);
  const work = await leaveUnsentWork(page, photo, "จดไว้ตอนลงพื้นที่");
  await page.reload();
  return work;
}

for (const language of ["ไทย", "English"] as const) {
  test(`nothing is cut on any screen at 360 px or with letters of 200 %, in ${language}`, {
    tag: "@long",
  }, async ({ page, server }) => {
    const { assignmentId } = await openWithWork(page, server, language);
    const report = `/reports/${assignmentId}`;
    const paths = [
      ...["/", "/reports", "/areas", "/ไม่มีหน้านี้"],
      ...[report, `${report}/history`, `${report}/print`],
      ...[`${report}/areas`, `${report}/areas/paste`, `${report}/areas/${crypto.randomUUID()}`],
    ];
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      await expectNothingCut(page, path);
    }

    await page.goto("/outbox");
    await page.getByRole("button", { name: /ตรวจความพร้อม|Check now/ }).click();
    await expect(page.getByRole("button", { name: /ตรวจอีกครั้ง|Check again/ })).toBeVisible();
    await expect(page.getByText(/ไม่ทราบ|not known/)).toBeVisible();
    await expectNothingCut(page, "/outbox");
    if (language === "ไทย") await expectAccessible(page, "the outbox, checked without signal");

    await page.goto("/me");
    await expectNothingCut(page, "/me");
    for (const button of [/^(ตั้ง PIN|Set a PIN)$/, /ออกจากระบบ|Sign out/, /สลับผู้ใช้|Switch person/]) {
      await page.getByRole("main").getByRole("button", { name: button }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNothingCut(page, `the question after ${button}`);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
  });
}
