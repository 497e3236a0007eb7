import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, requireChromium } from "../../scripts/find-chromium.ts";
import type { TestServer } from "../support/server.ts";
import { signIn } from "../support/sign-in.ts";
import { TABLET } from "../support/tablet.ts";
import { expect } from "./patient-expect.ts";
import { shoot } from "./shoot.ts";

/** What the province sees of it. */
export async function tourProvince(server: TestServer): Promise<void> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: CHROMIUM_ARGS,
  });
  const page = await browser.newPage({
    viewport: TABLET,
    locale: "th-TH",
    timezoneId: "Asia/Bangkok",
    reducedMotion: "reduce",
  });
  await page.goto(server.origin);
  await signIn(page, server.account("provincePlanner"));
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows.first()).toBeVisible();
  const district = page.getByRole("radio", { name: /รายงานแล้ว 9 จาก 39/ });
  await district.check({ force: true });
  await expect(rows).toHaveCount(9);
  await shoot(page, "province-list");
  await rows.filter({ hasText: "58/60" }).first().getByRole("link").click();
  await expect(page.locator("main img").first()).toBeVisible();
  await shoot(page, "province-report");
  await browser.close();
}
