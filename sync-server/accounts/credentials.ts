import { hash, randomBytes } from "node:crypto";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A person's cookie: reads and writes. Rolls on while it is used. */
export const SESSION_DAYS = 45;
/** A tablet's cookie: deposits only, so that nobody's work is stranded by an expired session. */
export const DEVICE_DAYS = 180;

/** Moving an expiry at every request would write at every request. */
const RENEW_AFTER_MS = DAY_MS;

/** A secret for a cookie: 256 random bits. The server keeps only its hash. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return hash("sha256", token, "hex");
}

export function expiryAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString();
}

export function isDueForRenewal(renewedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(renewedAt) >= RENEW_AFTER_MS;
}
