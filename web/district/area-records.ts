import type { AreaDraft } from "../../shared/area-record.ts";
import { type NewestArea, newestAreas } from "../db/area-records.ts";
import { notReported, type StateSources, type SubmissionState } from "../db/report-state.ts";
import { areaDraftOf } from "./area-form-kind.ts";

/** One area record as the screens show it: finished or not, with how far it has come. */
export type AreaRecord = NewestArea<AreaDraft> & { state: SubmissionState };

/** R37, R38: the area records of this tablet's person and office that were not removed. */
export function areaRecords(
  sources: Omit<StateSources, "sending">,
  states: ReadonlyMap<string, SubmissionState>,
): AreaRecord[] {
  return newestAreas(sources, areaDraftOf).map((record) => ({
    ...record,
    state: states.get(record.submissionId) ?? notReported,
  }));
}
