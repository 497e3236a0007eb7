import { isObject } from "./canonical-json.ts";

/** Whether two JSON values say the same, in whatever order: their canonical JSON is equal. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = membersOf(a);
  return keys.length === membersOf(b).length && keys.every((key) => same(a[key], b[key]));
}

/** Members that are undefined say nothing. */
function membersOf(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
