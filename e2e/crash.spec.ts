import { expect } from "@playwright/test";
import { openUntouchedForm, outputField, savedLine, successField } from "./support/report-entry.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

test("[O1] a form filled in without signal is there after the system ended the app", async ({
  server,
  tablet,
}) => {
  let page = await tablet.openApp("/reports");
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  await worksOffline(page);
  await openUntouchedForm(page);
  await tablet.context.setOffline(true);
  const path = new URL(page.url()).pathname;
  await outputField(page).fill("๕๘");
  await successField(page).fill("ผู้แทนกลุ่มสตรีเสนอเองสองโครงการ");
  await page.getByRole("slider").first().press("ArrowRight");
  await page.getByRole("combobox", { name: "พื้นที่ดำเนินการ" }).click();
  await page.getByRole("option").first().click();
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่ วัน" }).fill("14 มี.ค. 2567");
  await expect(savedLine(page)).toBeVisible();

  // The system starts the app from its icon, at its home address.
  await tablet.crash();
  await tablet.context.setOffline(true);
  page = await tablet.openApp("/");
  await expect(outputField(page)).toHaveValue("58");
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(successField(page)).toHaveValue("ผู้แทนกลุ่มสตรีเสนอเองสองโครงการ");
  await expect(page.getByRole("slider").first()).toHaveValue("5");
  await expect(page.locator(".chip")).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "ตั้งแต่วันที่ ปี พ.ศ." })).toHaveValue("2567");
});
