import type { budget as thai } from "../th/budget.ts";

export const budget: typeof thai = {
  title: (province) => `Provincial budget · ${province}`,
  unit: "baht",
  unitAsOf: (moment) => `baht, as of ${moment}`,
  source: "Budget source",
  spender: "Spent by",
  all: "All",
  centre: "Centre",
  province: "Province",
  studyCentre: "Study centre",
  budgeted: "Budget",
  planned: "Spending plan",
  disbursed: "Disbursed",
  disbursedShort: "Spent",
  percent: "Per cent",
  sources: {
    B1: "Planned activities/projects/outputs",
    B2: "Administration",
    "B1+B2": "Budget in total",
    B3: "Projects from other sources",
    B4: "Personnel",
    B5: "Miscellaneous",
    B6: "Loans",
    B7: "Subsidies",
  },
  titleAll: "Budget",
};
