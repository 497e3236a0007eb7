import * as z from "zod/mini";

/**
 * Code of an office: "" the centre, "27" a province, "2701" a district, "sc04" a study centre.
 * Codes are hierarchical, so that a prefix is an ancestor.
 */
export const OrgUnitCode = z.string().check(z.regex(/^(\d{2}(\d{2})?|sc\d{2})?$/));
export type OrgUnitCode = z.infer<typeof OrgUnitCode>;

/**
 * The one rule of who may see what (R21): a row of scope `scope` is visible from office `unit`
 * when it belongs to that office, to one above it, or to one below it.
 * The server states the same predicate once in SQL.
 */
export function isVisibleFrom(unit: OrgUnitCode, scope: OrgUnitCode): boolean {
  return scope.startsWith(unit) || unit.startsWith(scope);
}

/** Province part of a province or district code; none for the centre and study centres. */
export function provinceOf(unit: OrgUnitCode): OrgUnitCode | undefined {
  return /^\d{2}/.exec(unit)?.[0];
}

export function isDistrict(unit: OrgUnitCode): boolean {
  return /^\d{4}$/.test(unit);
}
