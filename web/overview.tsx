import { useBudget } from "./budget.ts";
import { BudgetOverview } from "./components/budget-overview.tsx";
import { Card } from "./components/card.tsx";
import { ProfileCard } from "./components/profile-card.tsx";
import { useCurrentPerson } from "./current-person.ts";
import { EmptyYear } from "./empty-year.tsx";
import { useFiscalYear } from "./fiscal-year.ts";
import { t } from "./i18n/language.ts";

/** The money of the year, and who is here. */
export function Overview() {
  const person = useCurrentPerson();
  const { fiscalYear } = useFiscalYear();
  const budget = useBudget();
  const { budget: words } = t();
  return (
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
  );
}
