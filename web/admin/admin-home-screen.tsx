import { t } from "../i18n/language.ts";
import { Overview } from "../overview.tsx";
import { PlannerFrame } from "../planner-frame.tsx";

/** An administrator's home; the menu leads to what they decide about. */
export function AdminHomeScreen() {
  return (
    <PlannerFrame title={t().navigation.overview}>
      <Overview />
    </PlannerFrame>
  );
}
