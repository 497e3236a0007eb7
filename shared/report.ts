import * as z from "zod/mini";
import { AreaCode, VillageCode } from "./area.ts";
import { PartId } from "./project.ts";
import { IsoDate } from "./scalars.ts";

/**
 * What a district reports on one assignment (R18, R27). Outputs and steps are keyed by their ids.
 * The fields stand in the order of canonical JSON, as in every form that is hashed.
 */
export const ReportBody = z.strictObject({
  activity: z.nullable(z.strictObject({ from: IsoDate, to: IsoDate })),
  /** พื้นที่ดำเนินการ: a set, kept sorted, so that equal sets are equal texts. */
  areaCodes: z.array(AreaCode),
  /**
   * Names of chosen villages that no list has yet, as the district knows them. They are pending
   * until the province confirms the village; from then on its own name counts.
   */
  newVillages: z.record(VillageCode, z.string()),
  outputs: z.record(PartId, z.number()),
  steps: z.record(PartId, z.number()),
  successPoints: z.string(),
});
export type ReportBody = z.infer<typeof ReportBody>;

export const emptyReport: ReportBody = {
  activity: null,
  areaCodes: [],
  newVillages: {},
  outputs: {},
  steps: {},
  successPoints: "",
};
