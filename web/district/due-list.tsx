import { ChevronRight } from "lucide";
import { Card } from "../components/card.tsx";
import { DueRow } from "../components/due-row.tsx";
import { Icon } from "../components/icon.tsx";
import { dayMonth, deadline } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import type { Due } from "./due-work.ts";

/** As many as fit beside what waits for the officer; the list has them all. */
const SHOWN = 3;

export function DueList({ due, now }: { due: readonly Due[]; now: Date }) {
  const { home, actions } = t();
  return (
    <Card
      title={home.nearlyDue}
      aside={
        <a class="text-link" href="/reports">
          {actions.showAll(due.length)}
          <Icon node={ChevronRight} size={20} />
        </a>
      }
      flush
    >
      {due.length === 0 && <p class="card-body text-ink2">{home.nothingDue}</p>}
      {due.slice(0, SHOWN).map(({ assignment, dueOn, state, percent }) => (
        <DueRow
          key={assignment.id}
          href={`/reports/${assignment.id}`}
          due={deadline(dueOn, now)}
          date={dayMonth(dueOn)}
          name={projectName(assignment)}
          status={state.kind}
          percent={percent}
        />
      ))}
    </Card>
  );
}
