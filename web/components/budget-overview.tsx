import { useState } from "preact/hooks";
import { budgetOverview } from "../../shared/budget-overview.ts";
import { Spender } from "../../shared/budget-source.ts";
import type { BudgetFigure } from "../../shared/pull.ts";
import { clock, dayMonth, twoDecimals } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { Card } from "./card.tsx";
import { Money } from "./money.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { Segmented } from "./segmented.tsx";

type BudgetOverviewProps = {
  title: string;
  figures: readonly BudgetFigure[];
  /** When the figures were true; the table opens offline and says so. */
  asOf: string | undefined;
};

/** The official table B1 to B7 (R6–R11), for all spenders together or one of them. */
export function BudgetOverview({ title, figures, asOf }: BudgetOverviewProps) {
  const [spender, setSpender] = useState<Spender | "all">("all");
  const { budget } = t();
  const choices = (["all", ...Spender.options] as const).map((value) => ({
    value,
    label: budget[value],
  }));
  return (
    <Card
      title={title}
      aside={asOf ? budget.unitAsOf(`${dayMonth(asOf)} ${clock(asOf)}`) : budget.unit}
      flush
    >
      <div class="px-4 sm:px-5">
        <Segmented label={budget.spender} options={choices} value={spender} onChange={setSpender} />
      </div>
      <div class="measured">
        <table class="budget-table">
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {budget.source}
              </th>
              <th scope="col">{budget.budgeted}</th>
              <th scope="col">{budget.disbursedShort}</th>
              <th scope="col">{budget.percent}</th>
            </tr>
          </thead>
          <tbody>
            {budgetOverview(figures, spender).map((row) => (
              <tr key={row.source} class={row.source === "B1+B2" ? "budget-sum" : ""}>
                <td class="budget-source">{row.source}</td>
                <th scope="row">{budget.sources[row.source]}</th>
                <td>
                  <Money satang={row.budgetSatang} />
                </td>
                <td>
                  <Money satang={row.disbursedSatang} />
                </td>
                <td class="budget-percent">
                  {twoDecimals(row.percent)}
                  <ProgressBar percent={row.percent} size="fine" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
