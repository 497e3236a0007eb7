import { Card } from "../components/card.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import type { SubmissionState } from "../db/report-state.ts";
import { notReported } from "../db/report-state.ts";
import type { AssignmentRow, SubmissionRow } from "../db/rows.ts";
import { clock, dayMonth, daysUntil } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";

/** The latest; the list of reports has them all with their states. */
const SHOWN = 3;

type ReceivedCardProps = {
  submissions: readonly SubmissionRow[];
  assignments: readonly AssignmentRow[];
  states: ReadonlyMap<string, SubmissionState>;
  now: Date;
};

/** จังหวัดได้รับแล้ว: what the server confirmed, the latest first, with its time. */
export function ReceivedCard({ submissions, assignments, states, now }: ReceivedCardProps) {
  const { outbox } = t();
  const names = new Map(assignments.map((assignment) => [assignment.id, projectName(assignment)]));
  const reports = submissions.filter(({ kind }) => kind === "report");
  const latest = submissions
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
    .slice(0, SHOWN);
  return (
    <Card title={outbox.provinceHas}>
      <p>
        <b class="text-number">{reports.length}</b> {outbox.reports}
      </p>
      <ul class="received-list">
        {latest.map(({ id, assignmentId, receivedAt }) => {
          const { kind, count } = states.get(id) ?? notReported;
          return (
            <li key={id}>
              <span class="flex flex-wrap justify-between gap-x-3">
                <StatusChip status={kind} count={count} />
                <time class="text-ink2" dateTime={receivedAt}>
                  {daysUntil(receivedAt, now) === 0 ? clock(receivedAt) : dayMonth(receivedAt)}
                </time>
              </span>
              <span class="clip-2">
                <ThaiText>{names.get(assignmentId) ?? ""}</ThaiText>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
