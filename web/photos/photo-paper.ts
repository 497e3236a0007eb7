import { must } from "../../shared/invariant.ts";
import type { PixelSize } from "./image-header.ts";

/** Turns to the right, by 90° each. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** Scales a size down, never up, so that its long edge is at most `edge`. */
export function fitWithin({ width, height }: PixelSize, edge: number): PixelSize {
  const scale = Math.min(1, edge / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** A white canvas: transparent parts of a PNG would be black in a JPEG. */
export function createPaper() {
  const canvas = new OffscreenCanvas(1, 1);
  // Kept in main memory: photos are larger than the textures of a cheap tablet's GPU, and reading
  // the result back from one costs more than drawing it.
  const context = must(
    canvas.getContext("2d", { alpha: false, willReadFrequently: true }),
    "a 2d context on a fresh canvas",
  );

  /** Draws a picture at a size, then turned: every pixel at its place, none between two. */
  function draw(picture: CanvasImageSource, size: PixelSize, quarters: QuarterTurns = 0): void {
    const { width, height } = turned(size, quarters);
    canvas.width = width;
    canvas.height = height;
    context.fillStyle = "white";
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = "high";
    context.setTransform(turnMatrix(size, quarters));
    context.drawImage(picture, 0, 0, size.width, size.height);
  }

  return { canvas, draw };
}

/** The size a picture has once it is turned. */
export function turned({ width, height }: PixelSize, quarters: QuarterTurns): PixelSize {
  return quarters % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Whole numbers only: a sine of 90° would smear the edges. */
export function turnMatrix({ width, height }: PixelSize, quarters: QuarterTurns): DOMMatrix2DInit {
  switch (quarters) {
    case 0:
      return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
    case 1:
      return { a: 0, b: 1, c: -1, d: 0, e: height, f: 0 };
    case 2:
      return { a: -1, b: 0, c: 0, d: -1, e: width, f: height };
    case 3:
      return { a: 0, b: -1, c: 1, d: 0, e: 0, f: width };
  }
}
