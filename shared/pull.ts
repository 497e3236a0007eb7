import * as z from "zod/mini";
import { Area } from "./area.ts";
import { Assignment } from "./assignment.ts";
import { BudgetSource, Spender } from "./budget-source.ts";
import { FiscalYear } from "./fiscal-year.ts";
import { KeptAnswer } from "./kept.ts";
import { Satang } from "./money.ts";
import { err, ok, type Result } from "./result.ts";
import { Epoch, Instant, Seq } from "./scalars.ts";
import { StoredSubmission } from "./submission.ts";

export const MAX_PULL_LIMIT = 500;

/** One figure of the budget overview (R6–R11): source × spender of one fiscal year. */
export const BudgetFigure = z.object({
  fiscalYear: FiscalYear,
  budgetSource: BudgetSource,
  spender: Spender,
  budgetSatang: Satang,
  plannedSatang: Satang,
  disbursedSatang: Satang,
  asOf: Instant,
});
export type BudgetFigure = z.infer<typeof BudgetFigure>;

const put = <T extends string, R extends z.ZodMiniType>(type: T, row: R) =>
  z.object({ type: z.literal(type), id: z.string(), row });

/** A row of the delta, by type. The types this version of the app knows. */
export const KnownPut = z.discriminatedUnion("type", [
  put("assignment", Assignment),
  put("submission", StoredSubmission),
  put("area", Area),
  put("keptAnswer", KeptAnswer),
  put("budgetFigure", BudgetFigure),
  put("fiscalYear", z.object({ fiscalYear: FiscalYear, open: z.boolean() })),
]);
export type KnownPut = z.infer<typeof KnownPut>;
export type FeedType = KnownPut["type"];

/** Any row of the delta, known or not. */
export const Put = z.looseObject({ type: z.string(), id: z.string() });
export type Put = z.infer<typeof Put>;

/**
 * Sorts a put into known or not (D3): one of an unknown type, or of a known type in a shape of
 * a later version, is kept raw for the app that will understand it.
 */
export function readPut(raw: Put): Result<KnownPut, { kind: "unknown-put"; raw: Put }> {
  const known = KnownPut.safeParse(raw);
  return known.success ? ok(known.data) : err({ kind: "unknown-put", raw });
}

export const PullQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.int().check(z.gte(1), z.lte(MAX_PULL_LIMIT))),
  /** Who the tablet pulls for; answered 401 `other-viewer` when the session is somebody else's. */
  viewer: z.optional(z.uuid()),
  protocolVersion: z.optional(z.int()),
});
export type PullQuery = z.infer<typeof PullQuery>;

export const PullReply = z.object({
  epoch: Epoch,
  headSeq: Seq,
  /** As in a push: everything up to this seq is in a verified backup (O10). */
  backedUpSeq: Seq,
  /** Opaque; to be sent back as it is. */
  cursor: z.string(),
  puts: z.array(Put),
  removes: z.array(z.object({ type: z.string(), id: z.string() })),
  /** The cursor sent was of no use: this delta starts from nothing, drop the mirror first. */
  reset: z.boolean(),
  more: z.boolean(),
});
export type PullReply = z.infer<typeof PullReply>;

export const Health = z.object({
  status: z.literal("ok"),
  version: z.string(),
  protocolVersion: z.int(),
  epoch: Epoch,
  time: Instant,
  /** Whether this server shows invented data; the app then says so on every screen. */
  demo: z.boolean(),
});
export type Health = z.infer<typeof Health>;
