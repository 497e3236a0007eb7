import type { OutputTarget } from "../../shared/assignment.ts";
import { percentOf } from "../../shared/money.ts";
import { ProgressBar } from "../components/progress-bar.tsx";
import { StepperField } from "../components/stepper-field.tsx";
import { count, twoDecimals } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { FormField } from "./form-field.tsx";
import { FormSection } from "./form-section.tsx";
import type { FormView } from "./form-view.ts";

/** ผลผลิต against the targets (R26, R27). */
export function OutputSection({ view }: { view: FormView }) {
  const { assignment } = view;
  return (
    <FormSection id="output" title={t().form.outputAgainstTarget}>
      <div class="grid gap-6">
        {assignment.outputs.map((output) => (
          <FormField key={output.id} view={view} path={`outputs.${output.id}`}>
            <Output view={view} output={output} />
          </FormField>
        ))}
      </div>
    </FormSection>
  );
}

function Output({ view, output }: { view: FormView; output: OutputTarget }) {
  const { id, indicator, unit, provinceTarget, districtTarget } = output;
  const { form } = t();
  const path = `outputs.${id}`;
  const achieved = view.body.outputs[id] ?? null;
  const change = (value: number | null) => {
    const { [id]: _, ...others } = view.body.outputs;
    view.change({ outputs: value === null ? others : { ...others, [id]: value } });
  };
  return (
    <div class="output">
      <StepperField
        label={form.achieved(indicator)}
        required={!view.readOnly}
        unit={unit}
        decimals={2}
        value={achieved}
        onChange={change}
        typed={view.typed[path]}
        onTyped={(text) => view.changeTyped(path, text)}
        error={view.problemAt(path)}
        readOnly={view.readOnly}
      />
      <div class="output-targets">
        {districtTarget !== null && (
          <>
            <div class="flex flex-wrap justify-between gap-x-3">
              <span>
                {form.districtTargetShort}{" "}
                <b>
                  {count(districtTarget)} {unit}
                </b>
              </span>
              <b>{twoDecimals(percentOf(achieved ?? 0, districtTarget))}%</b>
            </div>
            <ProgressBar percent={percentOf(achieved ?? 0, districtTarget)} size="large" />
          </>
        )}
        {provinceTarget !== null && (
          <div class="text-ink2">
            {form.provinceTargetShort} {count(provinceTarget)} {unit}
          </div>
        )}
      </div>
    </div>
  );
}
