/** A field that did not pass, as it can be put right here: one value, typed as text. */
export type RepairField = { path: string; text: string };

/** The failing fields that hold one number or one text, or nothing yet; the rest needs the form. */
export function repairFields(body: unknown, paths: readonly string[]): RepairField[] {
  if (!isRecord(body)) return [];
  return paths.flatMap((path) => {
    const value = valueAt(body, path.split("."));
    if (path === "" || NOT_OF_THE_BODY.test(path)) return [];
    if (value === undefined || value === null) return [{ path, text: "" }];
    const isPlain = typeof value === "string" || typeof value === "number";
    return isPlain ? [{ path, text: String(value) }] : [];
  });
}

/**
 * A body with repaired fields. A text stays a text; anything else is a number where it reads like
 * one. An empty field is taken out.
 */
export function repairBody(body: unknown, fields: readonly RepairField[]): unknown {
  return fields.reduce<unknown>(
    (repaired, { path, text }) => withValue(repaired, path.split("."), text),
    body,
  );
}

const NOT_OF_THE_BODY = /^(submissionId|baseMutationId|attachments)\b/;

function withValue(body: unknown, [key = "", ...rest]: string[], text: string): unknown {
  const { [key]: before, ...others } = isRecord(body) ? body : {};
  if (rest.length > 0) return { ...others, [key]: withValue(before, rest, text) };
  const value = typeof before === "string" ? text : asNumber(text.trim());
  return value === undefined ? others : { ...others, [key]: value };
}

function asNumber(text: string): number | string | undefined {
  if (text === "") return undefined;
  const number = Number(text.replaceAll(",", ""));
  return Number.isNaN(number) ? text : number;
}

function valueAt(value: unknown, [key, ...rest]: string[]): unknown {
  if (key === undefined) return value;
  return isRecord(value) ? valueAt(value[key], rest) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
