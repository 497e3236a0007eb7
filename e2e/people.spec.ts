import { expect, type Page } from "@playwright/test";
import { emptyReport } from "../shared/report.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility.ts";
import { connectTablet } from "./support/district-tablet.ts";
import { askDatabase } from "./support/province-database.ts";
import { queueReport } from "./support/queue-report.ts";
import type { TestServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { PHONE, PORTRAIT, TABLET, worksOffline } from "./support/tablet.ts";
import {
  calledName,
  comeBack,
  handOver,
  peoplePicker,
  pinField,
  signInBeside,
} from "./support/taking-turns.ts";
import { test } from "./support/test.ts";

const OFFICE = "วังสมบูรณ์";
const PIN = "271828";

let server: TestServer;

test.beforeEach(({ server: started }) => {
  server = started;
});

const officer = () => server.account("districtOfficer", OFFICE);
const head = () => server.account("districtHead", OFFICE);
const title = (page: Page) => page.getByRole("heading", { level: 1 });

test.describe("without signal", () => {
  test.use({ serviceWorkers: "allow" });

  test("[O9] two officers take turns without signal: each comes back to their own, and it goes as theirs", async ({
    page,
    context,
  }) => {
    const tablet = await connectTablet(server, officer());
    await tablet.close();
    const [officerName, headName] = [calledName(server, officer()), calledName(server, head())];
    await page.goto("/reports");
    await signInOfficer(page, officer());
    await worksOffline(page);
    await handOver(page, PIN);
    await signInBeside(page, head());
    await context.setOffline(true);
    await handOver(page, "314159");

    await comeBack(page, officerName, "000001");
    await expect(page.getByText("PIN ไม่ถูกต้อง")).toBeVisible();
    await comeBack(page, officerName, PIN);
    await expect(page.getByText(/ข้อมูล ณ .* เข้าสู่ระบบอีกครั้งเมื่อมีสัญญาณ/)).toBeVisible();
    const { unreported } = tablet;
    const outputs = Object.fromEntries(unreported.outputs.map(({ id }) => [id, 12]));
    await queueReport(page, unreported, { ...emptyReport, outputs });
    await handOver(page);
    await expect(peoplePicker(page).getByRole("radio", { name: officerName })).toHaveAccessibleName(
      /รอส่ง 1/,
    );
    await expectAccessible(page, "two people, one with work that waits");
    for (const size of [PORTRAIT, PHONE, TABLET]) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page, `at ${size.width}`);
    }

    await comeBack(page, headName, "314159");
    await expect(title(page)).toBeVisible();
    await expect(page.getByText(/เข้าสู่ระบบอีกครั้งเมื่อมีสัญญาณ/), "their own session").toHaveCount(0);
    await context.setOffline(false);
    await expect
      .poll(() =>
        askDatabase(
          server.dataDir,
          `select people.username from submissions
             join versions on versions.submission_number = submissions.number
             join people on people.id = versions.author_id where submissions.id = ?`,
          unreported.reportId,
        ),
      )
      .toEqual([{ username: officer().username }]);
  });
});

test("a colleague's session reads nothing for whoever came by PIN, until they sign in", async ({
  page,
}) => {
  const officerName = calledName(server, officer());
  await page.goto("/reports");
  await signInOfficer(page, officer());
  await handOver(page, PIN);
  await signInBeside(page, head());
  await handOver(page, "314159");
  const refusal = page.waitForResponse((reply) => reply.url().includes("/api/sync/pull"));
  await comeBack(page, officerName, PIN);
  expect((await refusal).status(), "the cookie is the head's").toBe(401);
  await expect(page.getByText(/เข้าสู่ระบบอีกครั้งเมื่อมีสัญญาณ/)).toBeVisible();
  await page.getByRole("button", { name: "เข้าสู่ระบบอีกครั้ง" }).click();
  const dialog = page.getByRole("dialog", { name: "เข้าสู่ระบบอีกครั้ง" });
  await dialog.getByRole("textbox", { name: /รหัสผ่าน/ }).fill(officer().password);
  await dialog.getByRole("textbox", { name: /รหัสผ่าน/ }).press("Enter");
  await expect(page.getByText(/เข้าสู่ระบบอีกครั้งเมื่อมีสัญญาณ/)).toHaveCount(0);
});

test("[O9] a PIN is set, changed, waited for and forgotten by signing out", async ({ page }) => {
  await page.goto("/reports");
  await signInOfficer(page, officer());
  await page.goto("/me");
  await page.getByRole("button", { name: "ตั้ง PIN" }).click();
  const setting = page.getByRole("dialog", { name: "ตั้ง PIN" });
  const fresh = setting.getByLabel("PIN ใหม่", { exact: true });
  await fresh.fill("123456");
  await fresh.press("Enter");
  await expect(setting.getByText("PIN นี้เดาง่าย")).toBeVisible();
  await expectAccessible(page, "a PIN that is easy to guess");
  for (const size of [PHONE, TABLET]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `the PIN dialog at ${size.width}`);
  }
  await fresh.fill("๒๗๑๘๒๘");
  await setting.getByLabel("PIN ใหม่อีกครั้ง").fill(PIN);
  await setting.getByRole("button", { name: "บันทึก PIN" }).click();
  await expect(setting).toHaveCount(0);

  await page.getByRole("button", { name: "เปลี่ยน PIN" }).click();
  const changing = page.getByRole("dialog", { name: "เปลี่ยน PIN" });
  await changing.getByLabel("PIN เดิม").fill("111112");
  await changing.getByLabel("PIN ใหม่", { exact: true }).fill("141421");
  await changing.getByLabel("PIN ใหม่อีกครั้ง").fill("141421");
  await changing.getByRole("button", { name: "บันทึก PIN" }).click();
  await expect(changing.getByText("PIN ไม่ถูกต้อง")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "สลับผู้ใช้" }).click();
  for (let tries = 0; tries < 5; tries += 1) {
    await pinField(page).fill("000001");
    await pinField(page).press("Enter");
    await expect(pinField(page)).toHaveValue("");
  }
  await pinField(page).fill(PIN);
  await pinField(page).press("Enter");
  await expect(page.getByText(/ลองหลายครั้งเกินไป/)).toBeVisible();
  await page.getByRole("button", { name: "ใช้รหัสผ่านแทน" }).click();
  await page.locator('input[name="password"]').fill(officer().password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click();

  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.getByRole("button", { name: "ออกจากระบบ" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "ออกจากระบบ" }).click();
  await expect(page.locator('input[name="password"]')).toBeVisible();
  await expect(pinField(page)).toHaveCount(0);
});
