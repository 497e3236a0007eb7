import type { OrgUnitCode } from "../../shared/org-unit.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol-version.ts";
import { MAX_PULL_LIMIT } from "../../shared/pull.ts";
import { ok, type Result } from "../../shared/result.ts";
import { applyDelta } from "../db/apply-delta.ts";
import type { AppDb } from "../db/schema.ts";
import type { Transport } from "./transport.ts";
import type { TransportError } from "./transport-error.ts";

export type PullDeps = { db: AppDb; transport: Transport; clock: () => number; limit?: number };

/**
 * Brings the mirror of a unit up to date, page by page, for the person who looks at it; not in
 * circles (D4).
 *
 * @returns how many settled mutations have to be offered again (O11)
 */
export async function pullMirror(
  { db, transport, clock, limit = MAX_PULL_LIMIT }: PullDeps,
  { viewer, unit }: { viewer: string; unit: OrgUnitCode },
): Promise<Result<{ offeredAgain: number }, TransportError>> {
  let offeredAgain = 0;
  /** Where this pull was; undefined is the beginning. */
  const cursors = new Set<string | undefined>();
  for (let more = true; more; ) {
    const cursor = (await db.cursors.get(unit))?.cursor;
    cursors.add(cursor);
    const page = await transport.pull({
      ...(cursor === undefined ? {} : { cursor }),
      limit,
      viewer,
      protocolVersion: PROTOCOL_VERSION,
    });
    if (!page.ok) return page;
    const applied = await applyDelta(db, unit, page.value, new Date(clock()).toISOString());
    offeredAgain += applied.offeredAgain;
    more = page.value.more && !cursors.has(page.value.cursor);
  }
  return ok({ offeredAgain });
}
