import type { print as thai } from "../th/print.ts";

export const print: typeof thai = {
  title: (year) => `Performance report, fiscal year ${year}`,
  preview: "Print the report form",
};
