import type { Assignment } from "../../shared/assignment.ts";
import { overallProgress } from "../../shared/progress.ts";
import type { IsoDate } from "../../shared/scalars.ts";
import { assignmentsOf } from "../db/assignments.ts";
import { notReported, type SubmissionState, submissionStates } from "../db/report-state.ts";
import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { newestContent } from "./report-content.ts";
import type { ReportRow } from "./report-filter.ts";

/** What the list of a year is made of, read at once. */
export async function readReportTables(db: AppDb, person: PersonRow, fiscalYear: number) {
  const { id, orgUnitCode } = person;
  const [assignments, drafts, outbox, settled, uploads, submissions] = await Promise.all([
    assignmentsOf(db, orgUnitCode, fiscalYear),
    db.drafts.toArray(),
    db.outbox.orderBy("order").toArray(),
    db.settled.toArray(),
    db.uploads.toArray(),
    // By primary key, as the assignments.
    db.submissions.where("[unit+id]").between([orgUnitCode], [orgUnitCode, []]).toArray(),
  ]);
  const own = drafts.filter(({ authorId }) => authorId === id);
  return { assignments, drafts: own, outbox, settled, uploads, submissions };
}

type Tables = Awaited<ReturnType<typeof readReportTables>>;

/** The rows of the list, in the order of the assignments. */
export function reportRows(
  tables: Tables,
  seen: {
    sending: ReadonlySet<string>;
    today: IsoDate;
  },
): ReportRow[] {
  const { sending, today } = seen;
  const soon = addDays(today, DUE_SOON_DAYS);
  const states = submissionStates({ ...tables, sending });
  const draftById = new Map(tables.drafts.map((row) => [row.submissionId, row]));
  const queuedById = new Map(tables.outbox.map((row) => [row.submissionId, row]));
  const confirmedById = new Map(tables.submissions.map((row) => [row.id, row]));
  return tables.assignments.map((assignment) => {
    const { reportId, project } = assignment;
    const { body } = newestContent({
      draft: draftById.get(reportId),
      queued: queuedById.get(reportId),
      confirmed: confirmedById.get(reportId),
    });
    const state = states.get(reportId) ?? notReported;
    return {
      assignment,
      state,
      due: dueOf(assignment, state, { today, soon }),
      percent: overallProgress(project.steps, body.steps),
    };
  });
}

const DUE_SOON_DAYS = 14;

function dueOf(
  { dueOn, open }: Assignment,
  { kind }: SubmissionState,
  { today, soon }: { today: IsoDate; soon: IsoDate },
): ReportRow["due"] {
  const isUnfinished = kind === "not-reported" || kind === "draft" || kind === "returned";
  if (dueOn === null || !open || !isUnfinished || dueOn > soon) return undefined;
  return dueOn < today ? "overdue" : "due-soon";
}

function addDays(date: IsoDate, days: number): IsoDate {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
