import type { Assignment } from "../../shared/assignment.ts";
import { percentOf } from "../../shared/money.ts";
import type { ReportBody } from "../../shared/report.ts";
import { ProgressBar } from "../components/progress-bar.tsx";
import { count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";

/** What was achieved against the district's target, in one glance. */
export function OutputSummary({ assignment, body }: { assignment: Assignment; body: ReportBody }) {
  const { form } = t();
  return assignment.outputs.map(({ id, indicator, unit, districtTarget, provinceTarget }) => {
    const achieved = body.outputs[id] ?? 0;
    return (
      <div key={id}>
        <div class="text-ink2">{indicator}</div>
        <div class="mb-1">
          <b class="text-number">{count(achieved)}</b>{" "}
          {districtTarget !== null && `/ ${count(districtTarget)} `}
          {unit}
        </div>
        {districtTarget !== null && (
          <ProgressBar percent={percentOf(achieved, districtTarget)} size="large" />
        )}
        {provinceTarget !== null && (
          <div class="mt-1 text-ink2">
            {form.provinceTargetShort} {count(provinceTarget)} {unit}
          </div>
        )}
      </div>
    );
  });
}
