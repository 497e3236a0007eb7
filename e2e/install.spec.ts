import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import * as z from "zod/mini";
import { startServer, type TestServer } from "./support/server.ts";
import { signInOfficer } from "./support/sign-in.ts";
import { worksOffline } from "./support/tablet.ts";

const Image = z.object({ src: z.string(), sizes: z.string(), type: z.literal("image/png") });
const Manifest = z.object({
  id: z.literal("/"),
  lang: z.literal("th"),
  display: z.literal("standalone"),
  orientation: z.literal("any"),
  icons: z.array(z.extend(Image, { purpose: z.string() })),
  screenshots: z.array(z.extend(Image, { form_factor: z.string(), label: z.string() })),
  shortcuts: z.array(z.object({ url: z.string(), icons: z.array(Image) })),
});

let server: TestServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.remove());

test("the app can be installed: the browser finds nothing wrong, and every picture is as promised", async ({
  page,
  context,
}) => {
  await page.goto(server.origin);
  await worksOffline(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"),
  ).toEqual([]);
  const { errors, data = "" } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);

  const manifest = Manifest.parse(JSON.parse(data));
  const { icons, screenshots, shortcuts } = manifest;
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]),
  );
  expect(new Set(screenshots.map(({ form_factor }) => form_factor))).toEqual(
    new Set(["wide", "narrow"]),
  );
  for (const { src, sizes } of [
    ...icons,
    ...screenshots,
    ...shortcuts.flatMap((one) => one.icons),
  ]) {
    const reply = await page.request.get(new URL(src, server.origin).href);
    expect(reply.headers()["content-type"], src).toBe("image/png");
    const png = await reply.body();
    // Width and height are the first two fields of a PNG's first chunk.
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    expect(png.length, `${src} is small`).toBeLessThan(200_000);
  }

  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  const headings = [];
  for (const { url } of shortcuts) {
    await page.goto(server.origin + url);
    headings.push(await page.getByRole("heading", { level: 1 }).textContent());
  }
  expect(headings).toEqual(["การบันทึกแบบฟอร์มรายงาน", "ทุกอย่างเก็บในเครื่องนี้ครบแล้ว"]);
});

const BROKEN_RELEASES = [
  { what: "throws at its start", body: "throw new Error('broken');" },
  {
    what: "does not install",
    body: "self.addEventListener('install', (event) => event.waitUntil(Promise.reject()));",
  },
  { what: "is a page", body: "<!doctype html><title>Sign in</title>", contentType: "text/html" },
];

test("a release whose service worker is broken changes nothing, and the next one takes its place", async ({
  page,
  context,
}) => {
  const releases = await startReleases();
  await page.goto(releases.origin);
  await worksOffline(page);
  for (const release of BROKEN_RELEASES) {
    const { what } = release;
    releases.ship(release);
    expect(await lookForUpdate(page), what).toEqual({ isSameActive: true, isNextReady: false });
    expect(releases.asked(), what).toBeGreaterThan(0);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole("button", { name: "เข้าสู่ระบบ" }), what).toBeVisible();
    await context.setOffline(false);
  }

  const reply = await fetch(`${server.origin}/service-worker.js`);
  releases.ship({ body: `${await reply.text()}\n// The next release.` });
  expect(await lookForUpdate(page)).toEqual({ isSameActive: true, isNextReady: true });
  releases.close();
});

type Release = { body: string; contentType?: string };

/** The server's own pages, and beside them whichever service worker was shipped. */
async function startReleases() {
  let shipped: Release | undefined;
  let asked = 0;
  async function answer({ url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (shipped && url === "/service-worker.js") {
      asked += 1;
      response.setHeader("Content-Type", shipped.contentType ?? "text/javascript");
      response.end(shipped.body);
      return;
    }
    const reply = await fetch(server.origin + url, { headers: { Accept: "text/html, */*" } });
    response.statusCode = reply.status;
    response.setHeader("Content-Type", reply.headers.get("Content-Type") ?? "");
    response.end(Buffer.from(await reply.arrayBuffer()));
  }
  const front = createServer((request, response) => void answer(request, response));
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const address = front.address();
  if (address === null || typeof address === "string") throw new Error("No free port");
  return {
    origin: `http://localhost:${address.port}`,
    ship(release: Release) {
      shipped = release;
      asked = 0;
    },
    asked: () => asked,
    close: () => front.close(),
  };
}

/** As the browser does by itself, until what came of it is known. */
function lookForUpdate(page: Page): Promise<{ isSameActive: boolean; isNextReady: boolean }> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const before = registration.active;
    // Refused as soon as the script is not worth installing; a failed install refuses nothing.
    await registration.update().catch(() => undefined);
    while (registration.installing) await new Promise((wake) => setTimeout(wake, 20));
    // One that did not wait to be asked would take over by now.
    await new Promise((wake) => setTimeout(wake, 300));
    return {
      isSameActive: registration.active === before && before?.state === "activated",
      isNextReady: registration.waiting !== null,
    };
  });
}
