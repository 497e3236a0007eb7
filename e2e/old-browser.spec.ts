import { type BrowserContext, expect, type Page } from "@playwright/test";
import { takeCameraPhoto } from "./support/camera-photo.ts";
import type { TestServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

// A photo is shrunk in a worker, or in the page where the browser cannot draw elsewhere; what only
// the others need is not kept for offline.

test.use({ serviceWorkers: "allow" });

test("[O1] a browser that draws in a worker keeps that way, and not the other", async ({
  page,
  context,
  server,
}) => {
  await openFormOffline(page, context, server);
  expect(await keptFiles(page, "main-thread-")).toEqual([]);
  expect(await keptFiles(page, "photo.worker-")).toHaveLength(1);
  await keepsAPhoto(page, await takeCameraPhoto(page, 5));
});

test("[O1] one that cannot keeps the way through the page, and shrinks a photo without signal", async ({
  page,
  context,
  browser,
  server,
}) => {
  const studio = await browser.newPage();
  const photo = await takeCameraPhoto(studio, 5);
  await studio.close();
  await makeOld(context);
  await openFormOffline(page, context, server);
  expect(await keptFiles(page, "main-thread-")).not.toEqual([]);
  await keepsAPhoto(page, photo);
});

/** Takes away from page and service worker what Safari before 16.4 does not have. */
async function makeOld(context: BrowserContext): Promise<void> {
  const takeAway = "delete globalThis.OffscreenCanvas;";
  await context.addInitScript(takeAway);
  await context.route("**/service-worker.js", async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, body: `${takeAway}${await reply.text()}` });
  });
}

async function openFormOffline(
  page: Page,
  context: BrowserContext,
  server: TestServer,
): Promise<void> {
  await page.goto("/reports");
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  await worksOffline(page);
  await context.setOffline(true);
  await page.locator(".project-row").filter({ hasText: "ยังไม่รายงาน" }).first().click();
  await page.getByRole("link", { name: "เปิดแบบฟอร์ม" }).click();
}

async function keepsAPhoto(page: Page, photo: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("ถ่ายรูป", { exact: true }).click();
  const file = { name: "IMG_0005.jpg", mimeType: "image/jpeg", buffer: photo };
  await (await chooser).setFiles([file]);
  await expect(page.locator("figure").getByText("เก็บในเครื่องแล้ว")).toBeVisible({
    timeout: 30_000,
  });
}

/** What the service worker keeps for offline whose name holds `part`. */
function keptFiles(page: Page, part: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => path.includes(wanted));
  }, part);
}
