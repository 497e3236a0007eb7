/** JSON values; the only thing that is hashed, merged and sent. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/**
 * One text for one value (RFC 8785, JCS): keys in UTF-16 order, no white space, ECMAScript number
 * and string forms, members that are undefined left out. Both sides hash this text.
 *
 * @throws on a number JSON cannot write (NaN, infinities)
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error("A number without a JSON form cannot be hashed");
  }
  return JSON.stringify(value);
}
