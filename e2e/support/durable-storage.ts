import type { Page } from "@playwright/test";

/**
 * Lets the browser promise to keep the app's data, as it does once the app is installed. Only with
 * a profile on disk: a private window is never promised anything.
 */
export async function grantDurableStorage(page: Page, origin: string): Promise<void> {
  // Stays attached: what it granted ends with it.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Browser.grantPermissions", { origin, permissions: ["durableStorage"] });
}
