import { expect } from "@playwright/test";
import * as z from "zod/mini";
import { signInOfficer } from "./support/sign-in.ts";
import { worksOffline } from "./support/tablet.ts";
import { test } from "./support/test.ts";

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

// On a tablet, with a profile on disk: nothing can be installed from a private window.
test("the app can be installed: the browser finds nothing wrong, and every picture is as promised", async ({
  server,
  tablet,
}) => {
  const page = await tablet.openApp();
  await worksOffline(page);
  const devtools = await tablet.context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  expect(installabilityErrors).toEqual([]);
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
    const reply = await page.request.get(src);
    expect(reply.headers()["content-type"], src).toBe("image/png");
    const png = await reply.body();
    // Width and height are the first two fields of a PNG's first chunk.
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    expect(png.length, `${src} is small`).toBeLessThan(200_000);
  }

  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  const headings = [];
  for (const { url } of shortcuts) {
    await page.goto(url);
    headings.push(await page.getByRole("heading", { level: 1 }).textContent());
  }
  expect(headings).toEqual(["การบันทึกแบบฟอร์มรายงาน", "ทุกอย่างเก็บในเครื่องนี้ครบแล้ว"]);
});
