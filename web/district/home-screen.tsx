import { Lock } from "lucide";
import { bangkokDate, fiscalQuarterOf } from "../../shared/fiscal-year.ts";
import { useBudget } from "../budget.ts";
import { BudgetOverview } from "../components/budget-overview.tsx";
import { Card } from "../components/card.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Notice } from "../components/notice.tsx";
import { ProfileCard } from "../components/profile-card.tsx";
import { SyncCard } from "../components/sync-tile.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { EmptyYear } from "../empty-year.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { useFiscalYear } from "../fiscal-year.ts";
import { weekdayDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { useStateSources, useSubmissionStates } from "../submission-states.ts";
import { syncLine, usePending } from "../sync-line.ts";
import { DueList } from "./due-list.tsx";
import { dueReports, turnsOf } from "./due-work.ts";
import { TurnList } from "./turn-list.tsx";

/** R12–R16: what waits for the officer, what is nearly due, the money, and who they are. */
export function HomeScreen() {
  const { db, now, sync } = useServices();
  const person = useCurrentPerson();
  const { fiscalYear, open } = useFiscalYear();
  const { id, orgUnitCode } = person;
  const assignments = useLive(
    () => db.assignments.where(":id").between([orgUnitCode], [orgUnitCode, []]).toArray(),
    [db, orgUnitCode],
    undefined,
  ).value;
  const stored = useStateSources();
  const states = useSubmissionStates(stored);
  const pending = usePending();
  const budget = useBudget();
  const { home, navigation, app, budget: budgetWords } = t();
  const today = now();

  const sources = assignments && stored ? { ...stored, assignments } : undefined;
  const inYear = assignments?.filter((assignment) => assignment.fiscalYear === fiscalYear);
  const isArriving = sync.status.value.phase === "pulling";
  const isEmpty = inYear?.length === 0 && budget.figures.length === 0;
  return (
    <FieldFrame title={navigation.home}>
      <header class="home-head">
        <div>
          <p class="text-ink2">
            {weekdayDate(today)} · {app.quarter(fiscalQuarterOf(bangkokDate(new Date(today))))}
          </p>
          <h1 class="text-page">{home.title}</h1>
        </div>
        <div class="home-sync">
          <SyncCard view={syncLine(sync.status.value, pending)} href="/outbox" />
        </div>
      </header>
      {!open && !isEmpty && (
        <div class="mb-4">
          <Notice tone="kram" icon={Lock} title={home.olderYear(fiscalYear)}>
            {home.olderYearDetail}
          </Notice>
        </div>
      )}
      <div class="home-columns">
        <div class="home-column">
          {sources && <TurnList turns={turnsOf(sources, id)} />}
          {sources &&
            (inYear?.length === 0 ? (
              <Card>
                {isArriving ? (
                  <EmptyState title={home.arriving} detail={home.arrivingDetail} />
                ) : (
                  <EmptyYear fiscalYear={fiscalYear} />
                )}
              </Card>
            ) : (
              <DueList due={dueReports(sources, states, fiscalYear)} now={new Date(today)} />
            ))}
        </div>
        <div class="home-column sized">
          {budget.figures.length > 0 && (
            <BudgetOverview
              title={budget.province ? budgetWords.title(budget.province) : budgetWords.titleAll}
              figures={budget.figures}
              asOf={budget.asOf}
            />
          )}
          <ProfileCard person={person} />
        </div>
      </div>
    </FieldFrame>
  );
}
