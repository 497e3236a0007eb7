import { expect } from "@playwright/test";
import { grantDurableStorage } from "./support/durable-storage.ts";
import type { TestServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";
import { leaveUnsentWork } from "./support/unsent-work.ts";

test.use({ serviceWorkers: "allow" });

const officer = (server: TestServer) => server.account("districtOfficer", "วังสมบูรณ์");

test("ready for the field: with one tap everything is asked for, and found", async ({
  server,
  tablet,
}) => {
  const page = await tablet.openApp("/reports");
  await grantDurableStorage(page, server.origin);
  await signInOfficer(page, officer(server));
  await worksOffline(page);
  await page.goto("/outbox");
  await page.getByRole("button", { name: "ตรวจความพร้อม" }).click();
  const found = page.getByRole("listitem").filter({ hasText: /^(พร้อม|ต้องทำ|ตรวจไม่ได้):/ });
  await expect(found).toHaveCount(9);
  for (const ready of [
    /งานที่มอบหมาย 39 โครงการ/,
    /แอปเปิดได้โดยไม่มีสัญญาณ/,
    /แอปรุ่นล่าสุด/,
    /เบราว์เซอร์รับปากว่าจะไม่ลบ/,
    /พื้นที่ว่างประมาณ/,
    /ไม่ต้องเข้าสู่ระบบใหม่อีก 4[45] วัน/,
    /ย่อรูปในเครื่องได้/,
    /นาฬิกาเครื่องตรง/,
  ]) {
    await expect(found.filter({ hasText: ready })).toHaveText(/^พร้อม:/);
  }
  await expect(page.getByText("พร้อมทุกข้อ ออกพื้นที่ได้")).toBeVisible();
});

test("what waits is on the icon and has a time to go, once a file left and was measured", async ({
  page,
  context,
  server,
}) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      setAppBadge: (count: number) => {
        document.documentElement.dataset.badge = String(count);
        return Promise.resolve();
      },
    });
  });
  await page.goto("/reports");
  await signInOfficer(page, officer(server));
  await worksOffline(page);
  await expect(page.locator("html")).toHaveAttribute("data-badge", "0");
  const leave = async (seed: number) =>
    leaveUnsentWork(page, await takeSmallPhoto(page, seed), `ครั้งที่ ${seed}`);
  await leave(1);
  await page.goto("/outbox");
  await expect(page.getByText("ไม่มีรายการรอส่ง")).toBeVisible();

  await context.setOffline(true);
  await leave(2);
  await page.reload();
  await expect(page.getByText(/2 รายการ · \d+ KB/)).toBeVisible();
  await expect(
    page.getByText(/ใช้เวลาส่งประมาณ 1 นาที ที่ความเร็วล่าสุด [\d.]+ [KM]B ต่อวินาที \(วัดเมื่อ /),
  ).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-badge", "1");
});
