import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { DebianFiles } from "./natural-photos.ts";

/** Decodes a JPEG into the PPM the native encoder is timed with. */
export function toPpm({ djpeg }: DebianFiles, jpeg: string, ppm: string): void {
  execFileSync(djpeg, ["-outfile", ppm, jpeg]);
}

/**
 * Time in ms of libjpeg-turbo's own programs for the two ends of the work: decode the source, encode
 * a picture of the final size. Resizing and thumbnail are left out, to the native side's advantage;
 * starting two processes is not (`idle` measures it, and it is taken off).
 *
 * @param scale "1/1" decodes every pixel, "1/2" uses the DCT to decode at half size
 */
export function timeNative(
  { djpeg, cjpeg }: DebianFiles,
  { source, ppm, scale }: { source: string; ppm: string; scale: string },
): number {
  readFileSync(source);
  readFileSync(ppm);
  const both = timed(() => {
    execFileSync(djpeg, ["-scale", scale, "-outfile", "/dev/null", source]);
    execFileSync(cjpeg, ["-quality", "80", "-outfile", "/dev/null", ppm]);
  });
  const idle = timed(() => {
    execFileSync(cjpeg, ["-version"], { stdio: "ignore" });
    execFileSync(cjpeg, ["-version"], { stdio: "ignore" });
  });
  return both - idle;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
