import * as z from "zod/mini";

/** A point in time, ISO 8601 in UTC ("2024-03-15T02:41:08Z"). The wire and storage know no other form. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** The last year that can be meant as C.E.: a stored 2567 is a Buddhist year typed by mistake (domain 3.1). */
const LAST_CE_YEAR = 2400;

/** A calendar date, ISO 8601 Gregorian ("2024-03-15"); Buddhist years exist on screen and paper only. */
export const IsoDate = z.iso
  .date()
  .check(z.refine((date) => Number(date.slice(0, 4)) <= LAST_CE_YEAR, { error: "buddhist-year" }));
export type IsoDate = z.infer<typeof IsoDate>;

/** SHA-256 as 64 lower-case hexadecimal digits; names a file and seals a mutation. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type Sha256 = z.infer<typeof Sha256>;

/** Position in the server's change feed; rises with every committed change (rule D1). */
export const Seq = z.int().check(z.nonnegative());
export type Seq = z.infer<typeof Seq>;

/** Random id of one life of the server's database; a restore starts a new one. */
export const Epoch = z.uuid();
export type Epoch = z.infer<typeof Epoch>;
