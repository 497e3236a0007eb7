import type { ProcedureStep } from "./project.ts";
import type { ReportBody } from "./report.ts";

/** R27: Σ(weight × percent) ÷ Σ weight, rounded to a whole percent; a step without an entry counts 0. */
export function overallProgress(steps: ProcedureStep[], entered: ReportBody["steps"]): number {
  const weights = steps.reduce((sum, step) => sum + step.weight, 0);
  if (weights === 0) return 0;
  const done = steps.reduce((sum, step) => sum + step.weight * (entered[step.id] ?? 0), 0);
  return Math.round(done / weights);
}
