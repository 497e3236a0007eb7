import { parseArgs } from "node:util";
import { expect, type Page } from "@playwright/test";
import { askDatabase } from "../../e2e/support/province-database.ts";
import { startServer } from "../../e2e/support/server.ts";
import { signInOfficer } from "../../e2e/support/sign-in.ts";
import { startTablet, type Tablet, worksOffline } from "../../e2e/support/tablet.ts";
import { nothing } from "../fuzz/broken-law.ts";
import { tokensIn } from "../fuzz/tokens.ts";
import { numbersFrom } from "./numbers.ts";

// Kills a real Chromium, as by kill -9, at random moments of an officer's day, again and again: what
// the screen said is saved has to be on the tablet or with the server afterwards.
// npm run kill-browser -- --cycles 50 --seed 1

const DISTRICT = "วังสมบูรณ์";
/** About as long as one entry takes on a slow machine, from opening the form to its being sent. */
const LONGEST_LIFE_MS = 20_000;
const MORE_REPORTS = 3;

const { values } = parseArgs({
  options: { cycles: { type: "string", default: "50" }, seed: { type: "string" } },
});
const cycles = Number(values.cycles);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const random = numbersFrom(seed);
const server = await startServer();
const tablet = await startTablet(server.origin);
/** What the screen called saved. */
const saved = new Set<string>();
let tokens = 0;
let kills = 0;

try {
  const first = await tablet.openApp();
  await signInOfficer(first, server.account("districtOfficer", DISTRICT));
  await worksOffline(first);
  // Chromium writes cookies down every half minute; without them nothing would ever be sent.
  await tablet.restart();
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const hasSignal = random() < 0.5;
    await tablet.context.setOffline(!hasSignal);
    const page = await tablet.openApp("/reports");
    const day = aDay(page).then(
      () => "over",
      () => "cut short",
    );
    await new Promise((wake) => setTimeout(wake, random() * LONGEST_LIFE_MS));
    await tablet.kill();
    kills += 1;
    await day;
    await everythingIsThere(tablet);
    console.log(`${kills} of ${cycles} kills, ${saved.size} texts saved, none lost`);
  }
  console.log(
    `${kills} kills at random moments, ${saved.size} saved texts, none lost; seed ${seed}`,
  );
} finally {
  await tablet.remove();
  await server.remove();
}

/** Writes into some reports and sends some of them, for as long as the browser lives. */
async function aDay(page: Page): Promise<void> {
  for (;;) {
    const rows = page.locator(".project-row");
    await rows.first().waitFor();
    await rows.nth(Math.floor(random() * MORE_REPORTS)).click();
    await page
      .getByRole("link", { name: /แบบฟอร์ม|แก้ไข|เขียนต่อ/ })
      .first()
      .click();
    const output = page.getByRole("textbox", { name: /ผลที่ทำได้/ }).first();
    await output.fill("12");
    const success = page.getByRole("textbox", { name: "ประเด็นความสำเร็จ" });
    tokens += 1;
    const token = `«${tokens}»`;
    await success.fill(`${token}\n${await success.inputValue()}`);
    await page.getByText("บันทึกในเครื่องนี้แล้ว").waitFor();
    saved.add(token);
    if (random() < 0.5) await submit(page);
    await page.goto(`${server.origin}/reports`);
  }
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "ส่งรายงาน" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "ตกลง" }).click();
  await expect(dialog).toContainText("จัดเก็บในเครื่องเรียบร้อยแล้ว");
  await dialog.getByRole("button", { name: "ตกลง" }).click();
}

async function everythingIsThere({ openApp }: Tablet): Promise<void> {
  const page = await openApp("/");
  const here = new Set(tokensIn(await page.evaluate(readWork)));
  const versions = askDatabase(server.dataDir, "select body from versions");
  const kept = askDatabase(server.dataDir, "select payload from kept_mutations");
  const there = new Set(tokensIn([versions, kept]));
  nothing(
    [...saved].filter((token) => !here.has(token) && !there.has(token)),
    "[O1] [S1] shown as saved and nowhere",
  );
  await page.close();
}

/** In the page: every row of what a person entered. */
async function readWork(): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("bpm-field");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const read = (store: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const rows = await Promise.all(["drafts", "outbox", "settled"].map(read));
  database.close();
  return rows;
}
