import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { expect, type Page } from "@playwright/test";
import { openUntouchedForm, savedLine, successField } from "./support/report-entry.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { type Tablet, worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

const WORKER = "/service-worker.js";
/** Of Dexie's numbers: this app's version is 10, the next one's 20. */
const NEXT_VERSION = 20;

type Reply = { status: number; headers?: Record<string, string>; body: string };

let front: Server;
let origin: string;
let tablet: Tablet;
/** What the next release has for its service worker; null: what was built. */
let release: Reply | null = null;

test.beforeAll(async ({ server, startFileTablet }) => {
  front = createServer((asked, answer) => {
    if (asked.url === WORKER && release) {
      const headers = { "content-type": "text/javascript", ...release.headers };
      answer.writeHead(release.status, headers).end(release.body);
      return;
    }
    const { method } = asked;
    // As if the page were the server's own.
    const headers = { ...asked.headers, ...(asked.headers.origin && { origin: server.origin }) };
    const passed = request(
      new URL(asked.url ?? "/", server.origin),
      { method, headers },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      },
    );
    passed.once("error", () => answer.destroy());
    asked.pipe(passed);
  }).listen(0, "localhost");
  await once(front, "listening");
  const address = front.address();
  if (address === null || typeof address === "string") throw new Error("No free port");
  origin = `http://localhost:${address.port}`;
  tablet = await startFileTablet(origin);
  const page = await tablet.openApp("/reports");
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  await worksOffline(page);
  await page.close();
});
test.afterAll(() => {
  front.closeAllConnections();
  front.close();
});

const script = (body: string): Reply => ({ status: 200, body });
const BROKEN: [release: string, reply: Reply][] = [
  ["throws as it is read", script("throw new Error('broken release')")],
  ["is not even a script", script("self.addEventListener('install', (event => ")],
  [
    "fails to install",
    script("oninstall = (event) => event.waitUntil(Promise.reject(new Error()))"),
  ],
  [
    "names a file that is not there",
    script(
      "oninstall = (event) => event.waitUntil(caches.open('next').then((next) => next.addAll(['/assets/gone.js'])))",
    ),
  ],
  [
    "is a portal's page",
    { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Wi-Fi</h1>" },
  ],
  ["is gone", { status: 404, body: "" }],
  ["is an error", { status: 500, body: "" }],
];

test("[U5] whatever is wrong with a release's service worker, the one before opens the app, without signal too", async ({
  server,
}) => {
  const page = await tablet.openApp("/reports");
  for (const [what, reply] of BROKEN) {
    release = reply;
    expect(await update(page), what).toEqual({ installed: false, active: "activated" });
    await tablet.context.setOffline(true);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 }), what).toBeVisible();
    await tablet.context.setOffline(false);
  }

  // The release that mends it is taken like every other.
  release = script(`${await (await fetch(server.origin + WORKER)).text()};`);
  expect(await update(page)).toEqual({ installed: true, active: "activated" });
  await expect(page.getByText("มีแอปรุ่นใหม่พร้อมใช้")).toBeVisible();
  await page.getByRole("button", { name: "ใช้รุ่นใหม่" }).click();
  await expect(page.getByText("มีแอปรุ่นใหม่พร้อมใช้")).toBeHidden();
  await page.close();
});

test("[U2] [O9] the system ends the app in the middle of an upgrade: what was typed is there, in the old version", async () => {
  const page = await tablet.openApp("/reports");
  await openUntouchedForm(page);
  await successField(page).fill("ก่อนอัปเดต");
  await expect(savedLine(page)).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.close();

  const upgrading = await tablet.openApp("/robots.txt");
  await upgrading.evaluate(
    (version) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("bpm-field", version);
        opening.onupgradeneeded = () => {
          const drafts = opening.transaction?.objectStore("drafts");
          const later = opening.result.createObjectStore("later", { autoIncrement: true });
          drafts?.clear();
          // Never done: the browser ends in the middle of it.
          const go = (written: number) => {
            later.add(new Uint8Array(10_000)).onsuccess = () => go(written + 1);
            if (written === 100) resolve();
          };
          go(0);
        };
      }),
    NEXT_VERSION,
  );
  await tablet.kill();

  const after = await tablet.openApp(path);
  await expect(successField(after)).toHaveValue("ก่อนอัปเดต");
  await after.close();
});

test("[U4] [O9] an old window saves what is typed when a newer version comes, says so, and writes nothing more", async () => {
  const old = await tablet.openApp("/reports");
  await openUntouchedForm(old);
  await successField(old).fill("พิมพ์ค้างไว้");

  const newer = await tablet.openApp("/robots.txt");
  await newer.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("bpm-field", version);
        opening.onupgradeneeded = () => opening.result.createObjectStore("later");
        opening.onsuccess = () => resolve();
        opening.onerror = () => reject(opening.error);
      }),
    NEXT_VERSION,
  );
  expect(await textsIn(newer)).toContain("พิมพ์ค้างไว้");

  const banner = old.getByRole("status").filter({ hasText: "หน้าต่างนี้บันทึกต่อไม่ได้" });
  await expect(banner).toBeVisible();
  await successField(old).fill("พิมพ์ต่อในหน้าต่างเก่า");
  await expect(old.getByText("คัดลอกข้อความแล้วเปิดหน้านี้ใหม่")).toBeVisible();
  expect(await textsIn(newer)).toContain("พิมพ์ค้างไว้");
  expect(await textsIn(newer)).not.toContain("พิมพ์ต่อในหน้าต่างเก่า");

  // The newer version is gone from this tablet: the old one does not open its database.
  await banner.getByRole("button", { name: "ใช้รุ่นใหม่" }).click();
  await expect(old.getByRole("alert")).toContainText("มีแอปรุ่นใหม่กว่า");
  await expect(old.getByRole("link", { name: /ไฟล์กู้คืน/ })).toBeVisible();
  expect(await textsIn(newer)).toContain("พิมพ์ค้างไว้");
});

test("[U4] a window of the version before that does not give way is named, and the app opens once it is closed", async ({
  startTablet,
}) => {
  const other = await startTablet(origin);
  const old = await other.openApp("/robots.txt");
  await old.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("bpm-field", 1);
        // Frozen in the background, it hears of nothing.
        opening.onsuccess = () => resolve();
      }),
  );
  const page = await other.openApp();
  await expect(page.getByRole("alert")).toContainText("ปิดหน้าต่างนั้นแล้วลองใหม่");
  await old.close();
  await expect(page.getByLabel("ชื่อผู้ใช้")).toBeVisible();
});

/** Asks for the release and waits for what becomes of it. */
function update(page: Page): Promise<{ installed: boolean; active: string | undefined }> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const worker = await registration.update().then(
      () => registration.installing ?? registration.waiting,
      () => null,
    );
    if (worker?.state === "installing") {
      await new Promise((resolve) => worker.addEventListener("statechange", resolve));
    }
    return {
      installed: worker?.state === "installed",
      active: registration.active?.state,
    };
  });
}

function textsIn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("bpm-field");
        opening.onsuccess = () => {
          const all = opening.result.transaction("drafts").objectStore("drafts").getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
          all.onerror = () => reject(all.error);
          opening.result.close();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
}
