import { expect, test } from "vitest";
import { keptOffline } from "./kept-offline.ts";

const app = [
  { url: "index.html", revision: "1" },
  { url: "assets/index-Ab12.js", revision: null },
  "assets/photo.worker-Cd34.js",
];
const onMainThread = [
  { url: "assets/main-thread-compress-Ef56.js", revision: null },
  "assets/main-thread-turn-Gh78.js",
];
const build = [...app, ...onMainThread];

test("[O1] a browser that draws in a worker keeps everything but the way of those that cannot", () => {
  expect(keptOffline(build, true)).toEqual(app);
});

test("[O1] a browser that cannot keeps everything", () => {
  expect(keptOffline(build, false)).toEqual(build);
});
