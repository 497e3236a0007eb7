import type { Page } from "@playwright/test";
import * as z from "zod/mini";
import { must } from "../../shared/invariant.ts";
import { connectTablet } from "../support/district-tablet.ts";
import { grantDurableStorage } from "../support/durable-storage.ts";
import { askDatabase } from "../support/province-database.ts";
import { queueReport } from "../support/queue-report.ts";
import { returnReport } from "../support/return-report.ts";
import type { TestServer } from "../support/server.ts";
import { signInOfficer } from "../support/sign-in.ts";
import { takeSmallPhoto } from "../support/small-photo.ts";
import { PHONE, PORTRAIT, startTablet, worksOffline } from "../support/tablet.ts";
import { handOver, peoplePicker, signInBeside } from "../support/taking-turns.ts";
import { expect } from "./patient-expect.ts";
import { shoot } from "./shoot.ts";

const DISTRICT = "วังสมบูรณ์";
const CAPTIONS = ["เวทีประชาคม", "กลุ่มย่อยวางแผน"];

/** A day of a district officer: at the office, in a village without signal, and back. */
export async function tourDistrict(server: TestServer): Promise<void> {
  const tablet = await startTablet(server.origin);
  const blank = must(tablet.context.pages()[0], "a browser opens with a blank page");
  const page = await tablet.openApp("/reports");
  await expect(page.getByLabel("ชื่อผู้ใช้")).toBeVisible();
  await shoot(page, "sign-in-tablet");
  await shoot(page, "sign-in-phone", { size: PHONE });

  await grantDurableStorage(page, server.origin);
  await signInOfficer(page, server.account("districtOfficer", DISTRICT));
  await worksOffline(page);
  await page.goto(`${server.origin}/outbox`);
  await page.getByRole("button", { name: "ตรวจความพร้อม" }).click();
  await page.getByRole("button", { name: "ตรวจอีกครั้ง" }).scrollIntoViewIfNeeded();
  await shoot(page, "ready-tablet");
  await page.goto(server.origin);
  await expect(page.getByRole("row", { name: /B1\+B2/ })).toBeVisible();
  await shoot(page, "home-tablet");
  await shoot(page, "home-tablet-dark", { theme: "dark" });
  await shoot(page, "home-phone", { size: PHONE });
  await page.goto(`${server.origin}/reports`);
  const untouched = page.locator(".project-row").filter({ hasText: "ยังไม่รายงาน" }).first();
  await expect(untouched).toBeVisible();
  await shoot(page, "list-phone", { size: PHONE });
  await untouched.click();
  await shoot(page, "list-tablet");

  await tablet.context.setOffline(true);
  await page.getByRole("link", { name: "เปิดแบบฟอร์ม" }).click();
  const form = page.url();
  await fillIn(page, blank);
  await shootForm(page);
  await submit(page);
  await page.goto(`${server.origin}/outbox`);
  await expect(page.getByText("รอส่ง").first()).toBeVisible();
  await shoot(page, "outbox-tablet");
  await shoot(page, "outbox-phone", { size: PHONE });

  await tablet.context.setOffline(false);
  await page.getByRole("button", { name: "ลองส่งเดี๋ยวนี้" }).click();
  await expect(page.getByText("ไม่มีรายการรอส่ง")).toBeVisible();
  await comeBack(server, page, form);
  await meetAnotherTablet(server, page);
  await shoot(page, "conflict-tablet");
  await page.goto(`${server.origin}/me`);
  await expect(page.getByRole("heading", { level: 1, name: "ข้อมูลผู้ใช้" })).toBeVisible();
  await shoot(page, "me-tablet");
  await takeTurns(server, page);
  await tablet.remove();
}

/** A colleague's turn, and back: the officer's card says what of theirs waits. */
async function takeTurns(server: TestServer, page: Page): Promise<void> {
  await handOver(page, "271828");
  await signInBeside(page, server.account("districtHead", DISTRICT));
  await handOver(page, "314159");
  await peoplePicker(page).getByRole("radio").nth(1).check({ force: true });
  await shoot(page, "people-tablet");
  await shoot(page, "people-phone", { size: PHONE });
}

async function fillIn(page: Page, blank: Page): Promise<void> {
  await page.getByRole("textbox", { name: /ผลที่ทำได้/ }).fill("58");
  await page
    .getByRole("textbox", { name: "ประเด็นความสำเร็จ" })
    .fill("ผู้แทนชุมชนเรียงลำดับโครงการได้ครบทุกหมู่บ้าน กลุ่มสตรีเสนอเองสองโครงการ");
  await page.getByRole("slider").first().fill("100");
  await page.getByRole("slider").nth(1).fill("60");
  await page.getByRole("combobox", { name: "พื้นที่ดำเนินการ" }).click();
  await page.getByRole("option").first().click();
  await page.getByRole("option").nth(2).click();
  await page.keyboard.press("Escape");
  for (const [at, caption] of CAPTIONS.entries()) {
    const chooser = page.waitForEvent("filechooser");
    await page.getByText("ถ่ายรูป", { exact: true }).click();
    const buffer = await takeSmallPhoto(blank, at + 1);
    await (await chooser).setFiles([{ name: `IMG_${at}.webp`, mimeType: "image/webp", buffer }]);
    const tile = page.locator("figure").nth(at);
    await expect(tile.getByText("เก็บในเครื่องแล้ว")).toBeVisible();
    await tile.getByRole("button").first().click();
    await page.getByLabel("คำบรรยายรูป").fill(caption);
    await page.keyboard.press("Escape");
  }
  await expect(page.getByText("บันทึกในเครื่องนี้แล้ว")).toBeVisible();
}

async function shootForm(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await shoot(page, "report-form-tablet");
  await shoot(page, "report-form-sunlight", { theme: "sunlight" });
  await shoot(page, "report-form-portrait", { size: PORTRAIT });
  await shoot(page, "report-form-phone", { size: PHONE });
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await shoot(page, "report-form-tablet-lower");
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "ส่งรายงาน" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("คุณต้องการบันทึกข้อมูล ใช่หรือไม่");
  await shoot(page, "confirm-tablet");
  await dialog.getByRole("button", { name: "ตกลง" }).click();
  await expect(dialog).toContainText("จัดเก็บในเครื่องเรียบร้อยแล้ว");
  await shoot(page, "saved-tablet");
  await dialog.getByRole("button", { name: "ตกลง" }).click();
}

/** The province sends it back; it is corrected, read as its history, and printed. */
async function comeBack(server: TestServer, page: Page, form: string): Promise<void> {
  const [report] = askDatabase<{ id: string; attachments: string }>(
    server.dataDir,
    `select submissions.id, attachments from submissions
      join versions on versions.submission_number = submissions.number
      where assignment_id = ?`,
    new URL(form).pathname.split("/").at(-1),
  );
  const { id, attachments } = must(report, "the report was received");
  const [photo] = Attachments.parse(JSON.parse(attachments));
  await returnReport(server, id, [
    { field: photo?.sha256 ?? "", text: "ขอรูปที่เห็นผู้เข้าร่วมครบ มุมนี้บังแถวหลัง" },
    { field: "outputs.o1", text: "ใบลงทะเบียนมี 62 ชื่อ แต่รายงาน 58 คน โปรดตรวจอีกครั้ง" },
  ]);
  await page.goto(form);
  await expect(page.locator("#pin-1")).toBeVisible();
  await page.reload();
  await expect(page.locator("#pin-1")).toBeFocused();
  await shoot(page, "returned-tablet");
  await shoot(page, "returned-phone", { size: PHONE });
  await page.getByRole("textbox", { name: /ผลที่ทำได้/ }).fill("62");
  await expect(page.getByText("บันทึกในเครื่องนี้แล้ว")).toBeVisible();
  await page.getByRole("link", { name: "ประวัติ" }).click();
  await expect(page.locator(".version-history > li")).toHaveCount(2);
  await shoot(page, "history-tablet");
  await shoot(page, "history-portrait", { size: PORTRAIT });
  await page.getByRole("link", { name: "พิมพ์ / บันทึกเป็น PDF" }).click();
  await expect(page.locator(".paper img").first()).toBeVisible();
  await shoot(page, "print-tablet");
}

const Attachments = z.array(z.object({ sha256: z.string() }));

/** A colleague's tablet and this one report the same steps differently. */
async function meetAnotherTablet(server: TestServer, page: Page): Promise<void> {
  const other = await connectTablet(server, server.account("districtOfficer", DISTRICT));
  const { outputs, project } = other.unreported;
  const step = must(project.steps[0], "a project has steps").id;
  const saying = (percent: number) => ({
    outputs: Object.fromEntries(outputs.map(({ id }) => [id, 12])),
    steps: { ...Object.fromEntries(project.steps.map(({ id }) => [id, 100])), [step]: percent },
    successPoints: "ชุมชนร่วมสมทบแรงงานและวัสดุ",
    areaCodes: [],
    newVillages: {},
    activity: null,
  });
  await page.context().setOffline(true);
  await queueReport(page, other.unreported, saying(60));
  await other.push(saying(40), []);
  await other.close();
  await page.context().setOffline(false);
  await page.goto(server.origin);
  await page.getByRole("link", { name: /ขัดกัน.*60% หรือ 40%/ }).click();
  await expect(page.getByRole("button", { name: "ใช้ค่าที่เลือก" })).toBeVisible();
}
