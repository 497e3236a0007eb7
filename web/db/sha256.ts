import type { Sha256 } from "../../shared/scalars.ts";

/** SHA-256 of bytes, or of the UTF-8 of a text. Never inside a Dexie transaction: it would end it. */
export async function sha256Of(content: ArrayBuffer | string): Promise<Sha256> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
