import * as z from "zod/mini";
import { Instant } from "./scalars.ts";

/** A tablet as its administrator sees it. */
export const Tablet = z.object({
  id: z.uuid(),
  /** The one that asks: nobody revokes the tablet they hold. */
  isThisOne: z.boolean(),
  /** Everyone who signed in on it, the last one first. */
  people: z.array(z.object({ name: z.string(), office: z.string(), at: Instant })),
  firstSeenAt: Instant,
  /** Its last contact, to a quarter of an hour; null when it has no credential any more. */
  lastSeenAt: z.nullable(Instant),
  revokedAt: z.nullable(Instant),
  /** When another tablet was found to use its credential, or to be the copy that did. */
  copiedAt: z.nullable(Instant),
});
export type Tablet = z.infer<typeof Tablet>;

export const TabletsReply = z.object({ tablets: z.array(Tablet) });
export type TabletsReply = z.infer<typeof TabletsReply>;
