import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * A tablet's secret, and how often it was renewed. Signed, so that an old one is known for what it
 * is without a list of all there ever were, and nobody makes a newer one from it.
 */
export type DeviceToken = { secret: string; generation: number };

export function writeDeviceToken(key: string, { secret, generation }: DeviceToken): string {
  return `${secret}.${generation}.${seal(key, `${secret}.${generation}`)}`;
}

/** @returns undefined where this server did not write it */
export function readDeviceToken(key: string, text: string): DeviceToken | undefined {
  const [, signed, secret, digits, given] =
    /^(([\w-]{43})\.(\d{1,9}))\.([\w-]{43})$/.exec(text) ?? [];
  if (signed === undefined || secret === undefined || given === undefined) return undefined;
  const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(seal(key, signed)));
  return isOurs ? { secret, generation: Number(digits) } : undefined;
}

/** The secret of the tablet that came with an old token: the same, however often it comes with it. */
export function secretOfCopy(key: string, { secret, generation }: DeviceToken): string {
  return seal(key, `copy ${secret}.${generation}`);
}

function seal(key: string, text: string): string {
  return createHmac("sha256", Buffer.from(key, "hex")).update(text).digest("base64url");
}
