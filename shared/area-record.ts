import * as z from "zod/mini";
import { AreaCode } from "./area.ts";
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
  /** Cost of this one area (R41), in satang. */
  costSatang: z.number(),
  heldOn: z.nullable(IsoDate),
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
