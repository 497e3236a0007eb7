import { expect, onTestFinished, test } from "vitest";
import { trustedScriptUrl } from "../trusted-types.ts";
import { createPhotoWorker } from "./photo-worker.ts";
import { aNoisyPicture, aPicture } from "./test-photos.ts";

/** The real worker, with a record of every start and a way to kill it. */
function aPhotoWorker(options: { idleMs?: number; timeoutMs?: number; script?: string } = {}) {
  const started: Worker[] = [];
  const { script, ...times } = options;
  const photos = createPhotoWorker({
    ...times,
    trustScriptUrl: trustedScriptUrl,
    startWorker(url) {
      const worker = new Worker(script ?? url, { type: "module" });
      started.push(worker);
      return worker;
    },
  });
  onTestFinished(() => photos.terminate());
  return { photos, started };
}

function aScript(source: string): string {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  onTestFinished(() => URL.revokeObjectURL(url));
  return url;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * The tasks of this very page over 50 ms while `work` ran, in ms. The browser times each task from
 * its start, so that a busy machine, which makes every timer late, does not count as a block; and
 * tasks of the test runner's own frame beside this one ("same-origin-ancestor") are not ours.
 */
async function longTasks(work: () => Promise<unknown>): Promise<number[]> {
  const ours: number[] = [];
  const note = (entries: PerformanceEntryList) => {
    for (const { name, duration } of entries) if (name === "self") ours.push(duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "longtask" });
  await work();
  // A task is reported once it is over.
  await sleep(100);
  note(observer.takeRecords());
  observer.disconnect();
  return ours;
}

test("nothing starts before the first photo, and one worker serves all", async () => {
  const { photos, started } = aPhotoWorker();
  expect(started).toHaveLength(0);
  const jpeg = await aPicture({ width: 2000, height: 1500 });
  const [first, second] = await Promise.all([photos.compress(jpeg), photos.compress(jpeg)]);
  expect([first, second]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(started).toHaveLength(1);
});

test("photos are done one after the other, and each tells its stages", async () => {
  const { photos } = aPhotoWorker();
  const jpeg = await aPicture({ width: 800, height: 600 });
  const log: string[] = [];
  await Promise.all(
    ["a", "b", "c"].map(async (name) => {
      await photos.compress(jpeg, (stage) => log.push(`${name} ${stage}`));
      log.push(`${name} done`);
    }),
  );
  expect(log.slice(0, 3)).toEqual(["a waiting", "b waiting", "c waiting"]);
  expect(log.filter((line) => !line.endsWith("waiting"))).toEqual(
    ["a", "b", "c"].flatMap((name) => [`${name} working`, `${name} done`]),
  );
});

test("[goal 7] 40 queued 12-MP photos never block the page for 50 ms", {
  timeout: 60_000,
}, async () => {
  const { photos } = aPhotoWorker();
  const jpeg = await aPicture({ width: 4000, height: 3000 });
  await photos.compress(jpeg);
  const results: boolean[] = [];
  const blocks = await longTasks(async () => {
    const queued = Array.from({ length: 40 }, () => photos.compress(jpeg));
    for (const result of await Promise.all(queued)) results.push(result.ok);
  });
  expect(results).toEqual(new Array(40).fill(true));
  expect(blocks).toEqual([]);
});

test("a page that does stand still is noticed", async () => {
  const blocks = await longTasks(async () => {
    await sleep(0);
    const end = performance.now() + 80;
    while (performance.now() < end);
  });
  expect(blocks).toHaveLength(1);
});

test("a worker that throws costs one photo; the next gets a new worker", async () => {
  const { photos, started } = aPhotoWorker();
  const big = await aNoisyPicture({ width: 3000, height: 2000 });
  const small = await aPicture({ width: 80, height: 60 });
  const lost = photos.compress(big, (stage) => {
    if (stage === "working")
      queueMicrotask(() => started[0]?.dispatchEvent(new ErrorEvent("error")));
  });
  const next = photos.compress(small);
  expect(await lost).toEqual({ ok: false, error: { kind: "crashed" } });
  expect(await next).toMatchObject({ ok: true });
  expect(started).toHaveLength(2);
});

test("a worker that dies while it loads is reported", async () => {
  const { photos, started } = aPhotoWorker({ script: aScript("throw new Error('no memory')") });
  const jpeg = await aPicture({ width: 80, height: 60 });
  expect(await photos.compress(jpeg)).toEqual({ ok: false, error: { kind: "crashed" } });
  expect(await photos.compress(jpeg)).toEqual({ ok: false, error: { kind: "crashed" } });
  expect(started).toHaveLength(2);
});

test("a worker that never answers is given up", async () => {
  const { photos } = aPhotoWorker({ script: aScript("onmessage = () => {}"), timeoutMs: 50 });
  const jpeg = await aPicture({ width: 80, height: 60 });
  expect(await photos.compress(jpeg)).toEqual({ ok: false, error: { kind: "crashed" } });
});

test("an idle worker is stopped, and starts again when needed", async () => {
  const { photos, started } = aPhotoWorker({ idleMs: 50 });
  const jpeg = await aPicture({ width: 80, height: 60 });
  await photos.compress(jpeg);
  await photos.compress(jpeg);
  expect(started).toHaveLength(1);
  await sleep(150);
  expect(await answers(started[0])).toBe(false);
  expect(await photos.compress(jpeg)).toMatchObject({ ok: true });
  expect(started).toHaveLength(2);
  expect(await answers(started[1])).toBe(true);
});

test("terminate answers every photo that waits, and the next one is served", async () => {
  const { photos, started } = aPhotoWorker();
  const jpeg = await aNoisyPicture({ width: 3000, height: 2000 });
  const queued = [photos.compress(jpeg), photos.compress(jpeg)];
  await sleep(30);
  photos.terminate();
  const stopped = { ok: false, error: { kind: "stopped" } };
  expect(await Promise.all(queued)).toEqual([stopped, stopped]);
  expect(await photos.compress(await aPicture({ width: 80, height: 60 }))).toMatchObject({
    ok: true,
  });
  expect(started).toHaveLength(2);
});

test("script URLs of another origin are not trusted", () => {
  expect(trustedScriptUrl("/photo.js").toString()).toBe(`${location.origin}/photo.js`);
  expect(() => trustedScriptUrl("https://example.org/photo.js")).toThrow(TypeError);
  expect(() => trustedScriptUrl("data:text/javascript,0")).toThrow(TypeError);
});

/** Whether a worker still lives: comlink answers a request even for what does not exist. */
async function answers(worker: Worker | undefined): Promise<boolean> {
  const answer = new Promise<boolean>((resolve) => {
    worker?.addEventListener("message", () => resolve(true), { once: true });
  });
  worker?.postMessage({ id: "ping", type: "GET", path: ["ping"] });
  return Promise.race([answer, sleep(500).then(() => false)]);
}
