import { expect as playwrightExpect } from "@playwright/test";

/** Outside the test runner, which has a setting for it: waits as long as a busy machine needs. */
export const expect = playwrightExpect.configure({ timeout: 30_000 });
