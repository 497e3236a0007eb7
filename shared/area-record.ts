import * as z from "zod/mini";
import { AreaCode, VillageCode } from "./area.ts";
import { IsoDate } from "./scalars.ts";

/** Where something was recorded, only when the person asked for it; never required. */
export const Position = z.strictObject({
  accuracyM: z.number().check(z.nonnegative()),
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  longitude: z.number().check(z.gte(-180), z.lte(180)),
});
export type Position = z.infer<typeof Position>;

/** ข้อมูลเชิงพื้นที่: where, for whom, how many, what came of it, what it cost there (R38–R41). */
export const AreaBody = z.strictObject({
  areaCode: AreaCode,
  /** Why all areas together cost more than the district was allotted (R41); "" where nobody says. */
  costReason: z.string(),
  /** Cost of this one area (R41), in satang. */
  costSatang: z.number(),
  heldOn: z.nullable(IsoDate),
  /** What the district calls the area, where that is a village no list has yet (see `ReportBody`). */
  newVillages: z.record(VillageCode, z.string()),
  participants: z.strictObject({
    men: z.nullable(z.number()),
    total: z.number(),
    women: z.nullable(z.number()),
  }),
  position: z.nullable(Position),
  result: z.string(),
  targetGroup: z.string(),
  venue: z.string(),
});
export type AreaBody = z.infer<typeof AreaBody>;

/** An area record while it is filled in: null and "" where nothing was entered yet. */
export const AreaDraft = z.strictObject({
  ...AreaBody.shape,
  areaCode: z.nullable(AreaCode),
  costSatang: z.nullable(z.number()),
  participants: z.strictObject({
    men: z.nullable(z.number()),
    total: z.nullable(z.number()),
    women: z.nullable(z.number()),
  }),
});
export type AreaDraft = z.infer<typeof AreaDraft>;

export const emptyArea: AreaDraft = {
  areaCode: null,
  costReason: "",
  costSatang: null,
  heldOn: null,
  newVillages: {},
  participants: { men: null, total: null, women: null },
  position: null,
  result: "",
  targetGroup: "",
  venue: "",
};
