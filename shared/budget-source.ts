import * as z from "zod/mini";

/** แหล่งงบประมาณ, in the order of the overview (R6). Labels are words of the interface. */
export const BudgetSource = z.enum(["B1", "B2", "B3", "B4", "B5", "B6", "B7"]);
export type BudgetSource = z.infer<typeof BudgetSource>;

/** Who spends: ส่วนกลาง, จังหวัด, ศูนย์ศึกษา (R7). */
export const Spender = z.enum(["centre", "province", "studyCentre"]);
export type Spender = z.infer<typeof Spender>;

/** Sources that the overview breaks down by spender (R7); the others stand as one figure. */
export function hasSpenderDrillDown(source: BudgetSource): boolean {
  return source === "B1" || source === "B2" || source === "B3";
}
