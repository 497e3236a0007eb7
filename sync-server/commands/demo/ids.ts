import { hash } from "node:crypto";

/** The same UUID for the same words: a demo made twice is the same demo. Ids are no secrets. */
export function idOf(...words: (string | number)[]): string {
  const hex = hash("sha256", words.join("/"), "hex");
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4];
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...groups, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

/** A whole number from 0 to `below` - 1, the same for the same words. */
export function pick(below: number, ...words: (string | number)[]): number {
  return Number.parseInt(hash("sha256", words.join("/"), "hex").slice(0, 8), 16) % below;
}
