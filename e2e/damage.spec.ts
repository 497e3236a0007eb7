import { expect } from "@playwright/test";
import { signInOfficer } from "./support/sign-in.ts";
import { takeSmallPhoto } from "./support/small-photo.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";
import { leaveUnsentWork } from "./support/unsent-work.ts";

test("[O15] a photo that went bad on the tablet is named when the app starts, without signal", async ({
  server,
  tablet,
}) => {
  const before = await tablet.openApp("/reports");
  await signInOfficer(before, server.account("districtOfficer", "วังสมบูรณ์"));
  await worksOffline(before);
  await tablet.context.setOffline(true);
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
