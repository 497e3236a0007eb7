import * as z from "zod/mini";
import { AreaCode } from "./area.ts";
import { IsoDate } from "./scalars.ts";

/** Where something was recorded, only when the person asked for it; never required. */
export const Position = z.strictObject({
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  longitude: z.number().check(z.gte(-180), z.lte(180)),
  accuracyM: z.number().check(z.nonnegative()),
});
export type Position = z.infer<typeof Position>;

/** ข้อมูลเชิงพื้นที่: where, for whom, how many, what came of it, what it cost there (R38–R41). */
export const AreaBody = z.strictObject({
  areaCode: AreaCode,
  venue: z.string(),
  targetGroup: z.string(),
  participants: z.strictObject({
    men: z.nullable(z.number()),
    women: z.nullable(z.number()),
    total: z.number(),
  }),
  result: z.string(),
  heldOn: z.nullable(IsoDate),
  /** Cost of this one area (R41), in satang. */
  costSatang: z.number(),
  position: z.nullable(Position),
});
export type AreaBody = z.infer<typeof AreaBody>;
