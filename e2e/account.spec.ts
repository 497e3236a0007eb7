import { expect, type Page } from "@playwright/test";
import type { ReportBody } from "../shared/report.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility.ts";
import { connectTablet, type DistrictTablet } from "./support/district-tablet.ts";
import { askDatabase } from "./support/province-database.ts";
import { queueReport } from "./support/queue-report.ts";
import type { TestServer } from "./support/server.ts";
import { signIn } from "./support/sign-in.ts";
import { PHONE, PORTRAIT, TABLET, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const OFFICE = "วังสมบูรณ์";
const HOME = "ข้อมูลรายงานที่ต้องดำเนินการ";

let server: TestServer;

test.beforeEach(({ server: started }) => {
  server = started;
});

const officer = () => server.account("districtOfficer", OFFICE);
const total = (page: Page) => page.getByRole("row", { name: /B1\+B2/ });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

async function openAsOfficer(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await signIn(page, officer());
  await expect(page.getByRole("navigation")).not.toHaveCount(0);
}

/** The first pull has brought the district its work. */
async function openHome(page: Page): Promise<void> {
  await openAsOfficer(page);
  await expect(total(page)).toBeVisible();
}

test.describe("signing in", () => {
  test("a wrong password is said at the field, and what was typed stays", async ({ page }) => {
    await page.goto("/outbox");
    await signIn(page, { ...officer(), password: "ไม่ใช่รหัสนี้" });
    await expect(page.getByText("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง")).toBeVisible();
    const password = page.getByRole("textbox", { name: "รหัสผ่าน" });
    await expect(password).toBeFocused();
    await expect(password).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("ชื่อผู้ใช้")).toHaveValue(officer().username);

    await password.fill(officer().password);
    await password.press("Enter");
    await expect(heading(page, "ทุกอย่างเก็บในเครื่องนี้ครบแล้ว")).toBeVisible();
    await expect(page, "the address was kept").toHaveURL("/outbox");
  });

  test("a password can be looked at", async ({ page }) => {
    await page.goto("/");
    const password = page.locator('input[name="password"]');
    await password.fill("ตัวอย่าง");
    await page.getByRole("button", { name: "แสดงรหัสผ่าน" }).click();
    await expect(password).toHaveAttribute("type", "text");
    await page.getByRole("button", { name: "ซ่อนรหัสผ่าน" }).click();
    await expect(password).toHaveAttribute("type", "password");
    await expect(password).toHaveValue("ตัวอย่าง");
  });
});

test.describe("without signal", () => {
  test.use({ serviceWorkers: "allow" });

  test("without signal it says that signing in needs it", async ({ page, context }) => {
    await page.goto("/");
    await worksOffline(page);
    await context.setOffline(true);
    await signIn(page, officer());
    await expect(page.getByText(/การเข้าสู่ระบบต้องมีสัญญาณ/)).toBeVisible();
  });

  test("without signal a reload stays signed in and shows the work and the budget", async ({
    page,
    context,
  }) => {
    await openHome(page);
    await worksOffline(page);
    await context.setOffline(true);
    await page.reload();
    await expect(heading(page, HOME)).toBeVisible();
    await expect(total(page)).toContainText("10.98");
    await expect(page.getByRole("heading", { name: "ใกล้ครบกำหนด" })).toBeVisible();
    await expect(page.getByText("ไม่มีสัญญาณ").locator("visible=true").first()).toBeVisible();
  });

  test("[O9] what is unsent stays when its author signs out, and goes by itself", async ({
    page,
    context,
  }) => {
    const tablet = await connectTablet(server, officer());
    const { unreported } = tablet;
    await tablet.close();
    await openAsOfficer(page);
    await worksOffline(page);
    await context.setOffline(true);
    await queueReport(page, unreported, aBody(tablet));
    await page.goto("/me");

    await page.getByRole("button", { name: "ออกจากระบบ" }).click();
    const question = page.getByRole("dialog", { name: /ออกจากระบบในเครื่องนี้/ });
    await expect(question).toContainText("1 รายการ");
    await question.getByRole("button", { name: "ออกจากระบบ" }).click();
    await expect(page.getByText("มีงานของท่านรอส่ง 1 รายการในเครื่องนี้")).toBeVisible();

    await context.setOffline(false);
    await expect
      .poll(() =>
        askDatabase(server.dataDir, "select id from submissions where id = ?", unreported.reportId),
      )
      .toHaveLength(1);
  });
});

test("a session that ended is begun again in place", async ({ page, context }) => {
  await openAsOfficer(page, "/me");
  await context.clearCookies();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.getByRole("button", { name: "เข้าสู่ระบบอีกครั้ง" }).click();
  const dialog = page.getByRole("dialog", { name: "เข้าสู่ระบบอีกครั้ง" });
  await dialog.getByRole("textbox", { name: /รหัสผ่าน/ }).fill(officer().password);
  await dialog.getByRole("textbox", { name: /รหัสผ่าน/ }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("ครบเวลาเข้าสู่ระบบแล้ว")).toHaveCount(0);
  await expect(page).toHaveURL("/me");
});

test("an unknown address is told so inside the app, and leads home", async ({ page }) => {
  await openAsOfficer(page, "/ไม่มีหน้านี้");
  await expect(heading(page, "ไม่พบหน้านี้")).toBeAttached();
  await page.getByRole("main").getByRole("link", { name: "หน้าหลัก" }).click();
  await expect(heading(page, HOME)).toBeFocused();
  await expect(page).toHaveTitle("หน้าหลัก · BPM สนาม");
});

test("the way back leads to where a screen was left", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openHome(page);
  await page.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));
  await page
    .getByRole("link", { name: /กล่องส่ง/ })
    .locator("visible=true")
    .first()
    .click();
  await expect(heading(page, "ทุกอย่างเก็บในเครื่องนี้ครบแล้ว")).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(600);
});

test.describe("a report that waits", () => {
  test.use({ serviceWorkers: "allow" });

  test("is in the queue with its version and size, and opens without signal", async ({
    page,
    context,
  }) => {
    const tablet = await connectTablet(server, officer());
    await tablet.close();
    await openHome(page);
    await worksOffline(page);
    await context.setOffline(true);
    await queueReport(page, tablet.unreported, aBody(tablet));
    await page.goto("/outbox");
    await expect(heading(page, "ทุกอย่างเก็บในเครื่องนี้ครบแล้ว")).toBeVisible();
    await expect(page.getByText("ข้อความ · ฉบับที่ 1")).toBeVisible();
    await expect(page.getByText("1 รายการ · 1 KB")).toBeVisible();
  });

  test("and meets a colleague's other value is settled by choosing", async ({ page, context }) => {
    const tablet = await connectTablet(server, server.account("districtHead", OFFICE));
    const { unreported } = tablet;
    await openHome(page);
    await worksOffline(page);
    await context.setOffline(true);
    const [first] = unreported.project.steps;
    const stepId = first?.id ?? "";
    const mine = { ...aBody(tablet), steps: { ...aBody(tablet).steps, [stepId]: 60 } };
    await queueReport(page, unreported, mine);
    await tablet.push({ ...aBody(tablet), steps: { ...aBody(tablet).steps, [stepId]: 40 } }, []);
    await tablet.close();

    await context.setOffline(false);
    await page.goto("/");
    await page.getByRole("link", { name: /ขัดกัน.*60% หรือ 40%/ }).click();
    await expect(heading(page, "มีสองคนแก้ช่องเดียวกัน โปรดเลือกค่าที่ถูกต้อง")).toBeVisible();
    await expectAccessible(page);
    for (const size of [TABLET, PORTRAIT, PHONE]) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page, `at ${size.width}`);
    }

    await page.getByRole("radio", { name: /ของอีกเครื่อง/ }).check({ force: true });
    await page.getByRole("button", { name: "ใช้ค่าที่เลือก" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
    await expect(page.getByRole("dialog")).toContainText("จัดเก็บในเครื่องเรียบร้อยแล้ว");
    await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
    await expect(page.getByRole("link", { name: /ขัดกัน/ })).toHaveCount(0);
    await expect
      .poll(() => latestBody(unreported.reportId))
      .toMatchObject({ steps: { [stepId]: 40 } });
  });
});

const SCREENS = [
  ["/", HOME],
  ["/outbox", "ทุกอย่างเก็บในเครื่องนี้ครบแล้ว"],
  ["/me", "ข้อมูลผู้ใช้"],
] as const;

test("[WCAG A, AA] no screen breaks a rule in any appearance, none overflows @long", async ({
  page,
}) => {
  await page.goto("/");
  await checkScreen(page, "sign-in");
  await openHome(page);
  for (const [path, title] of SCREENS) {
    await page.goto(path);
    await expect(heading(page, title)).toBeVisible();
    await checkScreen(page, path);
  }
});

async function checkScreen(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  for (const size of [PORTRAIT, PHONE, TABLET]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `${name} at ${size.width}`);
  }
}

function aBody({ unreported: { outputs, project } }: DistrictTablet): ReportBody {
  return {
    outputs: Object.fromEntries(outputs.map(({ id }) => [id, 12])),
    steps: Object.fromEntries(project.steps.map(({ id }) => [id, 100])),
    successPoints: "จดไว้ตอนลงพื้นที่",
    areaCodes: [],
    newVillages: {},
    activity: null,
  };
}

function latestBody(submissionId: string): unknown {
  const [latest] = askDatabase<{ body: string }>(
    server.dataDir,
    `select versions.body from versions join submissions
       on submissions.number = versions.submission_number
     where submissions.id = ? order by versions.version desc`,
    submissionId,
  );
  return latest ? JSON.parse(latest.body) : undefined;
}
