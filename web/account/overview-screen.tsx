import { useBudget } from "../budget.ts";
import { BudgetOverview } from "../components/budget-overview.tsx";
import { Card } from "../components/card.tsx";
import { ProfileCard } from "../components/profile-card.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { EmptyYear } from "../empty-year.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { useFiscalYear } from "../fiscal-year.ts";
import { t } from "../i18n/language.ts";

/** The home of those who neither report nor review: the money, and who they are. */
export function OverviewScreen() {
  const person = useCurrentPerson();
  const { fiscalYear } = useFiscalYear();
  const budget = useBudget();
  const { navigation, app, budget: words } = t();
  return (
    <FieldFrame title={navigation.overview}>
      <header class="home-head">
        <div>
          <p class="text-ink2">{app.fiscalYear(fiscalYear)}</p>
          <h1 class="text-page">{navigation.overview}</h1>
        </div>
      </header>
      <div class="home-column sized overview-column">
        {budget.figures.length > 0 ? (
          <BudgetOverview
            title={budget.province ? words.title(budget.province) : words.titleAll}
            figures={budget.figures}
            asOf={budget.asOf}
          />
        ) : (
          <Card>
            <EmptyYear fiscalYear={fiscalYear} />
          </Card>
        )}
        <ProfileCard person={person} />
      </div>
    </FieldFrame>
  );
}
