import compressImage from "browser-image-compression";
import { wrap } from "comlink";
import { must } from "../../../shared/invariant.ts";
import type { PhotoWorkerApi } from "../../../web/photos/photo.worker.ts";
import workerUrl from "../../../web/photos/photo.worker.ts?worker&url";
import { PHOTO_BUDGET_BYTES } from "../../../web/photos/photo-limits.ts";
import { createPhotoWorker } from "../../../web/photos/photo-worker.ts";
import { trustedScriptUrl } from "../../../web/trusted-types.ts";
import { lanczos, type Plane } from "./lanczos.ts";
import { longestBlock } from "./longest-block.ts";
import { asCameraPhoto, lumaOf } from "./picture.ts";
import { ssim } from "./ssim.ts";

type Contender = "webp" | "jpeg" | "library" | "library-budget" | "library-task";
type LibraryOptions = {
  maxSizeMB?: number;
  initialQuality?: number;
  alwaysKeepResolution?: boolean;
};
type Shot = { ms: number; bytes: number };

const EDGE_PX = 1600;
const BUDGET = { maxSizeMB: PHOTO_BUDGET_BYTES / 1024 ** 2 };
const LIBRARY: Record<Exclude<Contender, "webp" | "jpeg">, LibraryOptions> = {
  // The two limits of our task, given as its README shows, and nothing else.
  "library-task": BUDGET,
  library: { initialQuality: 0.8 },
  "library-budget": { ...BUDGET, initialQuality: 0.8, alwaysKeepResolution: true },
};
const sources: File[] = [];
const references: Plane[] = [];
const outputs = new Map<string, Blob>();

const worker = new Worker(trustedScriptUrl(workerUrl), { type: "module" });
const ours = wrap<PhotoWorkerApi>(worker);

/** Fetches a photograph and sends it back as the 12-MP camera photo all contenders start from. */
async function makeSource(url: string, target: string): Promise<void> {
  const photo = await asCameraPhoto(await (await fetch(url)).blob());
  await fetch(target, { method: "PUT", body: photo });
}

/** Loads the sources; `withReferences` also works out what each ought to look like when small. */
async function load(urls: string[], withReferences: boolean): Promise<void> {
  for (const url of urls) {
    const blob = await (await fetch(url)).blob();
    sources.push(new File([blob], "photo.jpg", { type: "image/jpeg" }));
    if (!withReferences) continue;
    const luma = await lumaOf(blob);
    const scale = EDGE_PX / Math.max(luma.width, luma.height);
    const size = [Math.round(luma.width * scale), Math.round(luma.height * scale)] as const;
    references.push(lanczos(luma, ...size));
  }
}

/** Compresses one source once, and keeps the result for `quality`. */
async function shoot(contender: Contender, index: number): Promise<Shot> {
  const source = must(sources[index], "a loaded source");
  const start = performance.now();
  const blob = await run(contender, source);
  const ms = performance.now() - start;
  outputs.set(`${contender} ${index}`, blob);
  return { ms, bytes: blob.size };
}

async function run(contender: Contender, source: File): Promise<Blob> {
  if (contender !== "webp" && contender !== "jpeg") return viaLibrary(source, LIBRARY[contender]);
  const result = await ours.compress(source, { mediaType: `image/${contender}` });
  const photo = must(result.ok ? result.value : undefined, "a compressed photo");
  return new Blob([photo.bytes], { type: photo.mediaType });
}

/** Not in its own worker, which loads code from another host: the policy forbids it. */
function viaLibrary(source: File, options: LibraryOptions): Promise<File> {
  return compressImage(source, { useWebWorker: false, maxWidthOrHeight: EDGE_PX, ...options });
}

/** SSIM of a kept result to its reference. */
async function quality(contender: Contender, index: number): Promise<number> {
  const output = must(outputs.get(`${contender} ${index}`), "a kept result");
  const reference = must(references[index], "a reference");
  return ssim(await lumaOf(output, reference), reference);
}

/** Queues `count` photos as the form does; answers the page's longest block in ms. */
async function queue(contender: "shipped" | "library", count: number): Promise<number> {
  const photos = createPhotoWorker({ trustScriptUrl: trustedScriptUrl });
  const picked = Array.from({ length: count }, (_, i) =>
    must(sources[i % sources.length], "a loaded source"),
  );
  const block = await longestBlock(async () => {
    if (contender === "library") {
      for (const file of picked) await viaLibrary(file, LIBRARY["library-task"]);
      return;
    }
    const results = await Promise.all(picked.map((file) => photos.compress(file)));
    if (results.some((result) => !result.ok)) throw new Error("a photo was not compressed");
  });
  photos.terminate();
  return block;
}

async function jpegBytes(index: number, target: string): Promise<void> {
  const body = must(outputs.get(`jpeg ${index}`), "a kept JPEG");
  await fetch(target, { method: "PUT", body });
}

Object.assign(globalThis, { bench: { makeSource, load, shoot, quality, queue, jpegBytes } });
document.body.dataset.state = "ready";
