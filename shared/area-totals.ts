import type { AreaDraft } from "./area-record.ts";
import type { Satang } from "./money.ts";

/** What the areas of one assignment come to. An area with two records counts once. */
export type AreaTotals = { areas: number; people: number; costSatang: Satang };

export function areaTotals(records: readonly AreaDraft[]): AreaTotals {
  const codes = new Set(records.flatMap(({ areaCode }) => areaCode ?? []));
  return {
    areas: codes.size,
    people: sum(records.map(({ participants }) => participants.total ?? 0)),
    costSatang: sum(records.map(({ costSatang }) => costSatang ?? 0)),
  };
}

/** R41: by how much the areas together exceed the district's allotment; 0 while they do not. */
export function excessSatang(costSatang: Satang, allotmentSatang: Satang): Satang {
  return Math.max(0, costSatang - allotmentSatang);
}

/**
 * R41: one area's part of the allotment, by the areas planned, or by the records there are where
 * those are more. Rounded down: the parts never come to more than the whole.
 */
export function equalShare(
  { allotmentSatang, plannedAreaCount }: { allotmentSatang: Satang; plannedAreaCount: number },
  records: number,
): Satang {
  return Math.floor(allotmentSatang / Math.max(1, plannedAreaCount, records));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
