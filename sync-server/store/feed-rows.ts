import type { FeedType, KnownPut } from "../../shared/pull.ts";
import { readAssignments } from "./assignments.ts";
import { anyOf } from "./json-list.ts";
import { readKeptAnswers } from "./kept.ts";
import type { Db } from "./open.ts";
import { readSubmissions } from "./submissions.ts";

type RowsById = Map<string, KnownPut>;
type Reader = (db: Db, ids: string[]) => Promise<KnownPut[]>;

/** How the rows of each type of the feed are read; one statement or two, however many they are. */
const READERS: Record<FeedType, Reader> = {
  assignment: async (db, ids) =>
    (await readAssignments(db, ids)).map((row) => ({ type: "assignment", id: row.id, row })),

  submission: async (db, ids) =>
    (await readSubmissions(db, ids)).map((row) => ({ type: "submission", id: row.id, row })),

  keptAnswer: async (db, ids) =>
    (await readKeptAnswers(db, ids)).map((row) => ({
      type: "keptAnswer",
      id: row.mutationId,
      row,
    })),

  area: async (db, ids) => {
    const rows = await db.selectFrom("areas").selectAll().where("code", "in", anyOf(ids)).execute();
    return rows.map(({ code, level, name, parent_code: parentCode }) => ({
      type: "area",
      id: code,
      row: { code, level, name, parentCode },
    }));
  },

  budgetFigure: async (db, ids) => {
    const wanted = new Set(ids);
    const rows = await db.selectFrom("budget_figures").selectAll().execute();
    return rows
      .map((row) => ({
        type: "budgetFigure" as const,
        id: `${row.fiscal_year}-${row.budget_source}-${row.spender}`,
        row: {
          fiscalYear: row.fiscal_year,
          budgetSource: row.budget_source,
          spender: row.spender,
          budgetSatang: row.budget_satang,
          plannedSatang: row.planned_satang,
          disbursedSatang: row.disbursed_satang,
          asOf: row.as_of,
        },
      }))
      .filter(({ id }) => wanted.has(id));
  },

  fiscalYear: async (db, ids) => {
    const wanted = new Set(ids);
    const rows = await db.selectFrom("fiscal_years").selectAll().execute();
    return rows
      .map((row) => ({
        type: "fiscalYear" as const,
        id: String(row.fiscal_year),
        row: { fiscalYear: row.fiscal_year, open: row.open === 1 },
      }))
      .filter(({ id }) => wanted.has(id));
  },
};

/** The rows as they are now, by id. */
export async function readFeedRows(db: Db, type: FeedType, ids: string[]): Promise<RowsById> {
  const rows = await READERS[type](db, ids);
  return new Map(rows.map((row) => [row.id, row]));
}
