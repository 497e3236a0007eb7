import type { KeptReply, KeptWork } from "../../shared/kept.ts";
import { isVisibleFrom } from "../../shared/org-unit.ts";
import type { Person } from "../../shared/person.ts";
import type { Mutation } from "../../shared/push.ts";
import { mayDecideKept } from "../../shared/role.ts";
import { AppError } from "../app-error.ts";
import { readDistricts, readNewestMade, readUndecided, type UndecidedRow } from "../store/kept.ts";
import type { Db } from "../store/open.ts";
import { parseMutation, parseReceipt } from "../stored-json.ts";

/** @throws AppError 403 forbidden for who does not decide about others' work */
export function checkMayDecide({ role }: Person): void {
  if (!mayDecideKept(role)) throw new AppError(403, "forbidden", "This role decides nothing here");
}

/**
 * The office a kept mutation belongs to: that of its assignment, else its author's, and the centre's
 * where the server knows neither.
 */
export function scopeOf(
  { assignmentId }: Mutation,
  { author_unit }: UndecidedRow,
  districts: ReadonlyMap<string, string>,
): string {
  return districts.get(assignmentId) ?? author_unit ?? "";
}

/** Whether who looks from an office decides about what belongs to another: it is theirs or below. */
export function decidesFor(unit: string, scope: string): boolean {
  return isVisibleFrom(unit, scope) && scope.startsWith(unit);
}

/** What is held or waits in the offices of a person who may decide about it (K1). */
export async function listKept(db: Db, person: Person): Promise<KeptReply> {
  checkMayDecide(person);
  return db.transaction().execute(async (tx) => {
    const rows = await readUndecided(tx);
    const read = rows.map((row) => ({ row, mutation: parseMutation(row.payload) }));
    const districts = await readDistricts(tx, ids(read, "assignmentId"));
    const newest = await readNewestMade(tx, ids(read, "submissionId"));
    const kept = read
      .filter(({ row, mutation }) =>
        decidesFor(person.orgUnitCode, scopeOf(mutation, row, districts)),
      )
      .map(({ row, mutation }) => asKept(row, mutation, newest));
    return { kept };
  });
}

function ids(read: { mutation: Mutation }[], of: "assignmentId" | "submissionId"): Set<string> {
  return new Set(read.map(({ mutation }) => mutation[of]));
}

function asKept(
  row: UndecidedRow,
  mutation: Mutation,
  newest: ReadonlyMap<string, string>,
): KeptWork {
  const { hash, kind, submissionId, assignmentId, authorId, madeAt, body, attachments } = mutation;
  const stored = newest.get(`${submissionId}/${authorId}`);
  return {
    hash,
    receipt: parseReceipt(row.receipt),
    kind,
    submissionId,
    assignmentId,
    authorId,
    authorName: row.display_name,
    officeName: row.office_name,
    fromRevokedTablet: row.revoked_at !== null,
    madeAt,
    isOutdated: stored !== undefined && Date.parse(stored) > Date.parse(madeAt),
    body,
    attachments,
  };
}
