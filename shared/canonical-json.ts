/** JSON values; the only thing that is hashed, merged and sent. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/**
 * One text for one value (RFC 8785, JCS): keys in UTF-16 order, no white space, ECMAScript number
 * and string forms, members that are undefined left out. Both sides hash this text.
 *
 * Half a surrogate pair, which the RFC refuses, is written as its escape (`"\ud83d"`), as
 * JSON.stringify does: a file name may hold one, and such a report must still be sealed and sent.
 *
 * @throws on what JSON cannot write: NaN, infinities (`JSON.parse("1e999")` is one), undefined in
 * an array, functions, bigints
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "boolean" || value === null) return String(value);
  // What is in order already, as every sealed mutation is, the engine writes itself, and faster.
  if (isInOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isObject(value)) return canonicalObject(value);
  throw new Error(`A ${typeof value} without a JSON form cannot be hashed`);
}

/** Whether JSON.stringify would write this value canonically: sorted keys, nothing it leaves out. */
function isInOrder(value: unknown): boolean {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isInOrder);
  if (!isObject(value) || "toJSON" in value) return false;
  let last = "";
  for (const key of Object.keys(value)) {
    if (key < last || !isInOrder(value[key])) return false;
    last = key;
  }
  return true;
}

function canonicalObject(value: Record<string, unknown>): string {
  let text = "";
  // Sorting compares UTF-16 code units, which is the order of the RFC.
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
