import { useMemo } from "preact/hooks";
import { overallProgress } from "../../shared/progress.ts";
import { useCurrentPerson } from "../current-person.ts";
import { assignmentsOf } from "../db/assignments.ts";
import { notReported, submissionStates } from "../db/report-state.ts";
import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { newestContent } from "./report-content.ts";
import { type ReportKeys, type ReportRow, reportKeys } from "./report-filter.ts";

/**
 * The year's assignments with their states, in the centre's order (R25); null until they are read.
 * Read whole and once: searching 2,000 rows in memory takes less than asking the database again.
 */
export function useReportList(fiscalYear: number): readonly ReportRow[] | null {
  const { db, sync } = useServices();
  const person = useCurrentPerson();
  const tables = useLive(() => readTables(db, person, fiscalYear), [db, person, fiscalYear], null);
  const keysByProject = useMemo(() => new Map<string, ReportKeys>(), []);
  const { sending } = sync.status.value;
  return useMemo(
    () => tables.value && rowsOf(tables.value, sending, keysByProject),
    [tables.value, sending, keysByProject],
  );
}

async function readTables(db: AppDb, person: PersonRow, fiscalYear: number) {
  const { id, orgUnitCode } = person;
  const [assignments, drafts, outbox, settled, uploads, submissions] = await Promise.all([
    assignmentsOf(db, orgUnitCode, fiscalYear),
    db.drafts.toArray(),
    db.outbox.orderBy("order").toArray(),
    db.settled.toArray(),
    db.uploads.toArray(),
    db.submissions.where("[unit+assignmentId]").between([orgUnitCode], [orgUnitCode, []]).toArray(),
  ]);
  const own = drafts.filter(({ authorId }) => authorId === id);
  return { assignments, drafts: own, outbox, settled, uploads, submissions };
}

type Tables = Awaited<ReturnType<typeof readTables>>;

function rowsOf(
  tables: Tables,
  sending: ReadonlySet<string>,
  keysByProject: Map<string, ReportKeys>,
): ReportRow[] {
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
    const known = `${project.code} ${project.path.at(-1)?.name}`;
    const keys = keysByProject.get(known) ?? reportKeys(assignment);
    keysByProject.set(known, keys);
    return {
      assignment,
      state: states.get(reportId) ?? notReported,
      percent: overallProgress(project.steps, body.steps),
      keys,
    };
  });
}
