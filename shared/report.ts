import * as z from "zod/mini";
import { AreaCode } from "./area.ts";
import { PartId } from "./project.ts";
import { IsoDate } from "./scalars.ts";

/** What a district reports on one assignment (R18, R27). Outputs and steps are keyed by their ids. */
export const ReportBody = z.strictObject({
  outputs: z.record(PartId, z.number()),
  steps: z.record(PartId, z.number()),
  successPoints: z.string(),
  /** พื้นที่ดำเนินการ: a set, kept sorted, so that equal sets are equal texts. */
  areaCodes: z.array(AreaCode),
  activity: z.nullable(z.strictObject({ from: IsoDate, to: IsoDate })),
});
export type ReportBody = z.infer<typeof ReportBody>;

export const emptyReport: ReportBody = {
  outputs: {},
  steps: {},
  successPoints: "",
  areaCodes: [],
  activity: null,
};
