import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, request } from "@playwright/test";
import { violationsOf } from "./support/accessibility.ts";
import { askDatabase } from "./support/province-database.ts";
import type { TestServer } from "./support/server.ts";
import { signIn } from "./support/sign-in.ts";
import { test } from "./support/test.ts";

const MINE = "ขอรายชื่อผู้เข้าร่วม";
const THEIRS = "ขอหลักฐานการเบิกจ่าย";

let head: APIRequestContext;

test.use({ viewport: { width: 1440, height: 900 }, hasTouch: false });
test.beforeAll(async ({ server }) => {
  head = await request.newContext({
    baseURL: server.origin,
    extraHTTPHeaders: { Origin: server.origin },
  });
  const { username, password } = server.account("provinceHead");
  await head.post("/api/auth/sign-in", { data: { username, password, deviceId: randomUUID() } });
});
test.afterAll(() => head.dispose());

async function pin(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "ปักความเห็นเพิ่ม" }).click();
  await page.getByLabel("ความเห็นถึงอำเภอ").fill(text);
  await page.getByRole("button", { name: "ปักความเห็น", exact: true }).click();
}

async function sendBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^ส่งกลับแก้ไข \d+ จุด/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "ตกลง" }).click();
}

test("[V5] two review one report: the second sees what it was, theirs and their own, loses no word, and decides", async ({
  page,
  server,
}) => {
  const [report] = askDatabase<{ id: string }>(
    server.dataDir,
    "select id from submissions where kind = 'report' and review_id is null and version = 1 limit 1",
  );
  await page.goto(`/received/${report?.id}`);
  await signIn(page, server.account("provincePlanner"));
  await pin(page, MINE);

  const comments = [{ id: randomUUID(), field: "", text: THEIRS }];
  const said = await head.post(`/api/submissions/${report?.id}/reviews`, {
    data: { state: "returned", version: 1, comments },
  });
  expect(said.status()).toBe(204);

  // Not known here yet: the server is the one who says so.
  await sendBack(page);
  const card = page.getByRole("alert").filter({ hasText: "มีการเปลี่ยนแปลงระหว่างที่ท่านตรวจ" });
  await expect(card).toContainText("เดิม");
  await expect(card).toContainText("ยังไม่มีผลการตรวจ");
  await expect(card).toContainText("ของอีกเครื่อง");
  await expect(card).toContainText(THEIRS);
  await expect(card).toContainText("ของท่าน");
  await expect(card).toContainText(MINE);
  await expect(page.getByRole("button", { name: "รับรองรายงาน" })).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);

  await page.reload();
  await expect(card).toContainText(MINE);
  await pin(page, "อีกจุดหนึ่ง");
  await card.getByRole("button", { name: "อ่านแล้ว ตรวจต่อ" }).click();
  await expect(card).toBeHidden();
  await sendBack(page);
  await expect(page.getByText(MINE).first()).toBeVisible();
  await expect.poll(() => reviewsOf(server, report?.id)).toEqual([[THEIRS], [MINE, "อีกจุดหนึ่ง"]]);
  // One's own review is no news.
  await expect(page.getByRole("button", { name: "รับรองรายงาน" })).toBeVisible();
  await expect(card).toBeHidden();
});

function reviewsOf(server: TestServer, id: string | undefined): string[][] {
  return askDatabase<{ comments: string }>(
    server.dataDir,
    "select comments from reviews join submissions on number = submission_number where submissions.id = ? order by reviews.id",
    id,
  ).map(({ comments }) => [...comments.matchAll(/"text":"([^"]*)"/g)].map(([, text = ""]) => text));
}
