import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { BudgetFigure } from "../../shared/pull.ts";
import { BudgetOverview } from "./budget-overview.tsx";
import { mount } from "./test-mount.tsx";

const asOf = "2024-03-15T02:41:08Z";
const planned = { fiscalYear: 2567, plannedSatang: 0, asOf };

/** The manual's own figures, in satang. */
const figures: BudgetFigure[] = [
  {
    ...planned,
    budgetSource: "B1",
    spender: "centre",
    budgetSatang: 81_547_350_000,
    disbursedSatang: 12_996_400,
  },
  {
    ...planned,
    budgetSource: "B2",
    spender: "province",
    budgetSatang: 214_438_170_000,
    disbursedSatang: 24_775_414_127,
  },
];

beforeEach(() => mount(<BudgetOverview title="งบประมาณ" figures={figures} asOf={asOf} />));

const rows = () =>
  [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map(({ textContent }) => textContent),
  );
const spender = (name: string) => page.getByRole("radio", { name });

test("[R6] [R8] [R9] [R10] [R11] the manual's table, with its own figures", () => {
  expect(rows()).toEqual([
    ["B1", "815,473,500.00", "129,964.00", "0.02"],
    ["B2", "2,144,381,700.00", "247,754,141.27", "11.55"],
    ["B1+B2", "2,959,855,200.00", "247,884,105.27", "8.37"],
    ...["B3", "B4", "B5", "B6", "B7"].map((source) => [source, "0.00", "0.00", "0.00"]),
  ]);
});

test("[R7] ส่วนกลาง, จังหวัด and ศูนย์ศึกษา break down B1, B2, their sum and B3", async () => {
  await userEvent.click(spender("ส่วนกลาง"));
  expect(rows().map(([source, budget]) => [source, budget])).toEqual([
    ["B1", "815,473,500.00"],
    ["B2", "0.00"],
    ["B1+B2", "815,473,500.00"],
    ["B3", "0.00"],
  ]);
  await userEvent.click(spender("จังหวัด"));
  expect(rows()[1]?.[1]).toBe("2,144,381,700.00");
  await userEvent.click(spender("ศูนย์ศึกษา"));
  expect(rows()[2]?.[1]).toBe("0.00");
});

test("it says when its figures were true: it opens without signal", async () => {
  await expect.element(page.getByText("หน่วยบาท ณ 15 มี.ค. 09:41 น.")).toBeVisible();
});
