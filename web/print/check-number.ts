import { canonicalJson } from "../../shared/canonical-json.ts";
import { sha256Of } from "../db/sha256.ts";
import type { PrintedReport } from "./printed-report.ts";

const DIGITS = 8;

/**
 * Eight digits of the hash of what the form says: equal on two papers exactly when they say the
 * same, whichever device printed them.
 */
export async function checkNumber(report: PrintedReport): Promise<string> {
  const { body, attachments, areas } = report;
  const said = { body, attachments, areas: areas.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  const hash = await sha256Of(canonicalJson(said));
  const digits = hash.slice(0, DIGITS).toUpperCase();
  return `${digits.slice(0, DIGITS / 2)}-${digits.slice(DIGITS / 2)}`;
}
