import { randomBytes } from "node:crypto";
import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { countRows } from "./support/count-rows.ts";
import { askDatabase } from "./support/province-database.ts";
import type { TestServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { type Tablet, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";
import { leaveUnsentWork } from "./support/unsent-work.ts";

test("[O15] a photo that went bad on the tablet is named when the app starts, without signal", async ({
  server,
  tablet,
}) => {
  const before = await inTheVillage(server, tablet);
  await leaveUnsentWork(before, await takeSmallPhoto(before, 1), "มีรูปหนึ่งรูป");
  await before.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("bpm-field");
        opening.onsuccess = () => {
          const database = opening.result;
          const change = database.transaction("files", "readwrite");
          const cursor = change.objectStore("files").openCursor();
          cursor.onsuccess = () => {
            cursor.result?.update({ ...cursor.result.value, bytes: new ArrayBuffer(7) });
          };
          change.oncomplete = () => resolve();
          change.onerror = () => reject(change.error);
          database.close();
        };
      }),
  );
  await before.close();

  const page = await tablet.openApp("/outbox");
  const named = page.locator(".care-row").filter({ hasText: "ประชุม.webp" });
  await expect(named).toContainText("ไฟล์ในเครื่องหายหรือเสีย โปรดแนบใหม่");
  await expect(named.getByRole("link", { name: "เปิดแบบฟอร์ม" })).toBeVisible();
});

test("[O15] [P10] a photo whose bytes Chromium lost on the disk is named, and its report goes", async ({
  server,
  tablet,
}) => {
  const before = await inTheVillage(server, tablet);
  // Large enough that Chromium keeps it in a file of its own, beside the database.
  const { reportId } = await leaveUnsentWork(before, randomBytes(300_000), "มีรูปใหญ่หนึ่งรูป");
  await before.close();
  await tablet.restart(loseLargeValues);

  await tablet.context.setOffline(true);
  const page = await tablet.openApp("/outbox");
  const named = page.locator(".care-row").filter({ hasText: "ประชุม.webp" });
  await expect(named).toContainText("ไฟล์ในเครื่องหายหรือเสีย โปรดแนบใหม่");

  await tablet.context.setOffline(false);
  await page.getByRole("button", { name: "ลองส่งเดี๋ยวนี้" }).click();
  await expect
    .poll(() =>
      askDatabase(server.dataDir, "select version from submissions where id = ?", reportId),
    )
    .toEqual([{ version: 1 }]);
  await expect(named).toBeVisible();
});

test("[O16] a kill in the middle of a write costs nothing, at the next start and the one after", async ({
  server,
  tablet,
}) => {
  const before = await inTheVillage(server, tablet);
  await leaveUnsentWork(before, await takeSmallPhoto(before, 1), "เขียนไว้ก่อนเครื่องดับ");
  await before.close();
  await tablet.restart(tearLog);

  const next = await tablet.openApp("/me");
  await next.getByText("มืด", { exact: true }).click();
  await expect(next.getByRole("radio", { name: "มืด" })).toBeChecked();
  await next.close();
  await tablet.restart();

  const after = await tablet.openApp("/outbox");
  await expect(after.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await countRows(after, "drafts")).toBe(1);
  // With a signal for a moment at each start, it may have been sent.
  const queued = async () =>
    (await countRows(after, "outbox")) + (await countRows(after, "settled"));
  await expect.poll(queued).toBe(1);
});

/** An officer's app, signed in and then without signal. */
async function inTheVillage(server: TestServer, tablet: Tablet): Promise<Page> {
  const page = await tablet.openApp("/reports");
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  await worksOffline(page);
  await tablet.context.setOffline(true);
  return page;
}

/** As a kill leaves it that comes when the head of a record is written and the record is not. */
function tearLog(profile: string): void {
  const folder = join(profile, "Default/IndexedDB");
  const logs = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".log"),
  );
  expect(logs, "Chromium's log of what it wrote").toHaveLength(1);
  const head = Buffer.from([0x78, 0x56, 0x34, 0x12, 0xf4, 0x01, 0x01]);
  for (const name of logs) appendFileSync(join(folder, name), head);
}

function loseLargeValues(profile: string): void {
  const folder = join(profile, "Default/IndexedDB");
  const lost = readdirSync(folder).filter((name) => name.endsWith(".indexeddb.blob"));
  expect(lost, "where Chromium keeps them").toHaveLength(1);
  for (const name of lost) rmSync(join(folder, name), { recursive: true });
}
