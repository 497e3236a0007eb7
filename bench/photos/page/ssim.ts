import type { Plane } from "./lanczos.ts";

const RADIUS = 5;
const SIGMA = 1.5;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

const WEIGHTS = gaussian();

/**
 * Mean structural similarity of two planes of one size, as Wang et al. (2004) define it: an 11 × 11
 * Gaussian window around every pixel. Square windows of 8 would fall on JPEG's own blocks and not
 * see the edges between them.
 */
export function ssim(a: Plane, b: Plane): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error("two different sizes");
  const meanA = blur(a);
  const meanB = blur(b);
  const squaresA = blur(times(a, a)).values;
  const squaresB = blur(times(b, b)).values;
  const products = blur(times(a, b)).values;
  let sum = 0;
  for (const [i, p] of meanA.values.entries()) {
    const q = meanB.values[i] ?? 0;
    const varianceA = (squaresA[i] ?? 0) - p * p;
    const varianceB = (squaresB[i] ?? 0) - q * q;
    const covariance = (products[i] ?? 0) - p * q;
    const likeness = (2 * p * q + C1) * (2 * covariance + C2);
    sum += likeness / ((p * p + q * q + C1) * (varianceA + varianceB + C2));
  }
  return sum / meanA.values.length;
}

function times(a: Plane, b: Plane): Plane {
  return { ...a, values: a.values.map((value, i) => value * (b.values[i] ?? 0)) };
}

/** Only where the window lies wholly inside the plane; rows, then columns. */
function blur(plane: Plane): Plane {
  const across = slide(plane, { width: plane.width - 2 * RADIUS, height: plane.height, step: 1 });
  const height = plane.height - 2 * RADIUS;
  return slide(across, { width: across.width, height, step: across.width });
}

function slide(plane: Plane, to: { width: number; height: number; step: number }): Plane {
  const values = new Float64Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      const first = y * plane.width + x;
      let sum = 0;
      for (let k = 0; k < WEIGHTS.length; k++) {
        sum += (plane.values[first + k * to.step] ?? 0) * (WEIGHTS[k] ?? 0);
      }
      values[y * to.width + x] = sum;
    }
  }
  return { width: to.width, height: to.height, values };
}

function gaussian(): number[] {
  const weights: number[] = [];
  for (let i = -RADIUS; i <= RADIUS; i++) weights.push(Math.exp(-(i * i) / (2 * SIGMA * SIGMA)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
