import { useState } from "preact/hooks";
import type { AreaDraft } from "../../shared/area-record.ts";
import { areaTotals, equalShare, excessSatang } from "../../shared/area-totals.ts";
import { CostField } from "../components/cost-field.tsx";
import type { ManyOption } from "../components/option-list.tsx";
import { TextArea } from "../components/text-area.tsx";
import { t } from "../i18n/language.ts";
import { AllotmentWarning } from "./allotment-warning.tsx";
import { areaNameOf } from "./area-options.ts";
import type { AreaRecord } from "./area-records.ts";
import { FormField } from "./form-field.tsx";
import type { FormView } from "./form-view.ts";

export type AreaCostProps = {
  /** Which of the records this one is. */
  submissionId: string;
  records: readonly AreaRecord[];
  options: readonly ManyOption[];
};

const COST = "costSatang";
const REASON = "costReason";

/** R40 and R41: what this one area cost, beside what all of them together may. */
export function AreaCost(props: AreaCostProps & { view: FormView<AreaDraft> }) {
  const { view, submissionId, records, options } = props;
  const [isExplaining, setExplaining] = useState(false);
  const { area } = t();
  const { assignment, body, readOnly } = view;
  const others = records.filter((record) => record.submissionId !== submissionId);
  const all = [...others.map((record) => record.body), body];
  const excess = excessSatang(areaTotals(all).costSatang, assignment.allotmentSatang);
  const share = (costSatang: number) => {
    view.changeTyped(COST, undefined);
    view.change({ costSatang });
  };
  return (
    <section id="cost" class="card form-section" data-section="cost" tabIndex={-1}>
      <div class="card-body">
        <FormField view={view} path={COST}>
          <CostField
            label={area.cost}
            required={!readOnly}
            value={body.costSatang}
            onChange={(costSatang) => view.change({ costSatang })}
            typed={view.typed[COST]}
            onTyped={(text) => view.changeTyped(COST, text)}
            error={view.problemAt(COST)}
            readOnly={readOnly}
          />
        </FormField>
        {!readOnly && excess === 0 && <p class="mt-2 text-ink2">{area.costExample}</p>}
      </div>
      {excess > 0 && (
        <AllotmentWarning
          assignment={assignment}
          excess={excess}
          areas={all.map(({ areaCode, costSatang }) => ({
            name: areaNameOf(options, areaCode),
            costSatang: costSatang ?? 0,
          }))}
          {...(readOnly
            ? {}
            : {
                share: equalShare(assignment, all.length),
                onShare: share,
                onExplain: () => setExplaining(true),
              })}
        />
      )}
      {(body.costReason !== "" || (excess > 0 && isExplaining)) && (
        <div class="card-body">
          <FormField view={view} path={REASON}>
            <TextArea
              label={area.costReason}
              value={body.costReason}
              onInput={(costReason) => view.change({ costReason })}
              error={view.problemAt(REASON)}
              readOnly={readOnly}
            />
          </FormField>
        </div>
      )}
    </section>
  );
}
