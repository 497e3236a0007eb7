import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import * as z from "zod/mini";
import { CHROMIUM_ARGS, requireChromium } from "../scripts/find-chromium.ts";
import { ROOT } from "../scripts/stages.ts";
import { must } from "../shared/invariant.ts";
import { type Goal, median } from "./ground/goal.ts";
import { startProcess } from "./ground/measured-process.ts";
import { createRandom } from "./ground/random.ts";
import { thaiText } from "./ground/thai-text.ts";

const THROTTLE = 4;
/** In the field before the typing begins: half of what it takes, more than officers write. */
const LETTERS_BEFORE = 2000;
const KEYS = 120;
/** Between two keys of somebody who types fast; autosaves fall in between. */
const KEY_EVERY_MS = 90;

/** The first pull and the first paint, on a busy machine. */
const PATIENCE_MS = 120_000;

export type TypingResults = {
  keys: number;
  /** Of the page's main thread while it was typed, in ms: its longest task, and one of each key. */
  longestTaskMs: number;
  medianKeyMs: number;
};

/** Goal 5, its second half: nothing on the form's main thread takes long while it is typed into. */
export async function measureTyping(port: number): Promise<TypingResults> {
  execFileSync(process.execPath, [join(ROOT, "scripts/build-if-stale.ts")], { cwd: ROOT });
  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-typing-"));
  const app = await startProcess(join(ROOT, "sync-server/main.ts"), {
    env: { PORT: String(port), DATA_DIR: folder, DEMO: "on" },
    readyUrl: `http://127.0.0.1:${port}/api/health`,
  });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await openForm(page, `http://localhost:${port}`, officerOf(folder));
    return { keys: KEYS, ...(await typeIntoForm(browser, page)) };
  } finally {
    await browser.close();
    await app.stop();
    rmSync(folder, { recursive: true });
  }
}

const Accounts = z.array(
  z.object({ username: z.string(), password: z.string(), role: z.string() }),
);

function officerOf(dataDir: string) {
  const text = readFileSync(join(dataDir, "demo-accounts.json"), "utf8");
  const accounts = Accounts.parse(JSON.parse(text));
  // The last district has hardly begun to report.
  return must(
    accounts.findLast(({ role }) => role === "districtOfficer"),
    "the demo has district officers",
  );
}

async function openForm(
  page: Page,
  origin: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  await page.goto(origin);
  await page.locator("input[autocomplete=username]").fill(username);
  await page.locator("input[type=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.locator(".home-columns").waitFor();
  await page.goto(`${origin}/reports?state=not-reported`);
  await page.locator(".project-row").first().waitFor();
  const href = await page.locator(".report-detail a.btn").getAttribute("href");
  await page.goto(`${origin}${href}`);
  await page.locator("textarea").fill(thaiText(createRandom(5), LETTERS_BEFORE));
}

async function typeIntoForm(browser: Browser, page: Page) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  await page.locator("textarea").focus();
  await page.keyboard.press("Control+End");
  // What was opened and filled in has come to rest.
  await page.waitForTimeout(2000);
  await browser.startTracing(page, {
    categories: ["disabled-by-default-devtools.timeline", "devtools.timeline", "toplevel"],
  });
  for (const letter of thaiText(createRandom(7), KEYS).slice(0, KEYS)) {
    await page.keyboard.insertText(letter);
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  await page.waitForTimeout(1000);
  return readTrace(await browser.stopTracing());
}

const Trace = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.optional(z.number()),
      tdur: z.optional(z.number()),
      args: z.optional(z.looseObject({})),
    }),
  ),
});

/**
 * In µs, of the thread's own time, which the throttle makes longer too: by the clock, a task also
 * takes what the machine gives to others meanwhile.
 */
const durationOf = ({ tdur = 0 }: { tdur?: number | undefined }) => tdur;

function readTrace(trace: Buffer): Omit<TypingResults, "keys"> {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  const inputs = traceEvents.filter(
    ({ name, args }) =>
      name === "EventDispatch" && JSON.stringify(args?.data ?? null).includes('"input"'),
  );
  const { pid, tid } = must(inputs[0], "the page was typed into");
  const tasks = traceEvents.filter(
    (event) => event.name === "RunTask" && event.pid === pid && event.tid === tid,
  );
  const taskOf = ({ ts }: { ts: number }) =>
    tasks.find((task) => task.ts <= ts && ts < task.ts + (task.dur ?? 0));
  const ofKey = (input: { ts: number }) => durationOf(taskOf(input) ?? {});
  return {
    longestTaskMs: Math.max(...tasks.map(durationOf)) / 1000,
    medianKeyMs: median(inputs.map(ofKey)) / 1000,
  };
}

export function typingGoals({ longestTaskMs }: TypingResults): Goal[] {
  return [
    {
      name: "typing into the form, longest task in ms at 4 × throttle",
      value: longestTaskMs,
      limit: 50,
    },
  ];
}
