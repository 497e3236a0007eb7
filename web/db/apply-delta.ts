import type { OrgUnitCode } from "../../shared/org-unit.ts";
import { type KnownPut, type PullReply, type Put, readPut } from "../../shared/pull.ts";
import type { Instant } from "../../shared/scalars.ts";
import { offerAgain } from "./offer-again.ts";
import type { AppDb } from "./schema.ts";
import { enqueueMissing } from "./uploads.ts";

/**
 * Applies one page of a delta together with its cursor, in one transaction: a crash repeats the
 * page or goes on after it. Touches the unit's mirror only, never what a person entered (D2, O9),
 * except that files the server turns out to lack are sent again.
 *
 * @returns how many settled mutations have to be offered again, because the server is another (O11)
 */
export async function applyDelta(
  db: AppDb,
  unit: OrgUnitCode,
  page: PullReply,
  now: Instant,
): Promise<{ offeredAgain: number }> {
  const { cursors, outbox, settled, settings, uploads, files } = db;
  const tables = [...db.mirrorTables, cursors, outbox, settled, settings, uploads, files];
  return db.transaction("rw", tables, async () => {
    if (page.reset) await dropMirror(db, unit);
    // First: with an assignment go its submissions, and the same page may bring them anew.
    for (const removed of page.removes) await applyRemove(db, unit, removed);
    for (const raw of page.puts) {
      const put = await applyPut(db, unit, raw);
      if (put?.type === "submission") await enqueueMissing(db, put.row, { ...page, now });
    }
    await db.cursors.put({ unit, cursor: page.cursor, pulledAt: now, epoch: page.epoch });
    return { offeredAgain: await offerAgain(db, page) };
  });
}

/** Sorts what an older version of the app could not read into the mirror; run once at start (D3). */
export async function readUnknownPuts(db: AppDb): Promise<void> {
  await db.transaction("rw", [...db.mirrorTables, db.settled], async () => {
    for (const { unit, raw } of await db.unknownPuts.toArray()) await applyPut(db, unit, raw);
  });
}

/** Empties a unit's mirror; its next pull starts from nothing. */
export async function dropMirror(db: AppDb, unit: OrgUnitCode): Promise<void> {
  await db.transaction("rw", [...db.mirrorTables, db.cursors], async () => {
    for (const table of db.mirrorTables) {
      await table.where(":id").between([unit], [unit, []]).delete();
    }
    await db.cursors.delete(unit);
  });
}

async function applyPut(db: AppDb, unit: OrgUnitCode, raw: Put): Promise<KnownPut | undefined> {
  const put = readPut(raw);
  const { type, id } = raw;
  if (!put.ok) {
    // An older shape of the same row stays in the mirror until the row can be read.
    await db.unknownPuts.put({ unit, type, id, raw });
    return undefined;
  }
  await db.unknownPuts.delete([unit, type, id]);
  await putRow(db, unit, put.value);
  return put.value;
}

async function putRow(db: AppDb, unit: OrgUnitCode, put: KnownPut): Promise<void> {
  const at = { unit, id: put.id };
  switch (put.type) {
    case "assignment":
      await db.assignments.put({ ...put.row, ...at });
      return;
    case "submission":
      await db.submissions.put({ ...put.row, ...at });
      return;
    case "area":
      await db.areas.put({ ...put.row, ...at });
      return;
    case "keptAnswer":
      await db.keptAnswers.put({ ...put.row, ...at });
      if (put.row.state === "released") await markReleased(db, put.row.mutationId);
      return;
    case "budgetFigure":
      await db.budgetFigures.put({ ...put.row, ...at });
      return;
    case "fiscalYear":
      await db.fiscalYears.put({ ...put.row, ...at });
  }
}

/** The province took it over after all: nobody here has to do anything about it any more. */
async function markReleased(db: AppDb, mutationId: string): Promise<void> {
  await db.settled.update(mutationId, { needsCare: 0 });
}

async function applyRemove(
  db: AppDb,
  unit: OrgUnitCode,
  { type, id }: PullReply["removes"][number],
): Promise<void> {
  await db.unknownPuts.delete([unit, type, id]);
  switch (type) {
    case "assignment":
      await db.assignments.delete([unit, id]);
      // One that a receipt showed here before this was heard of has no tombstone of its own.
      await db.submissions.where({ unit, assignmentId: id }).delete();
      return;
    case "submission":
      await db.submissions.delete([unit, id]);
      return;
    case "area":
      await db.areas.delete([unit, id]);
      return;
    case "keptAnswer":
      await db.keptAnswers.delete([unit, id]);
      return;
    case "budgetFigure":
      await db.budgetFigures.delete([unit, id]);
      return;
    case "fiscalYear":
      await db.fiscalYears.delete([unit, id]);
  }
}
