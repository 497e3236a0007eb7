import { overallProgress } from "../../shared/progress.ts";
import { StepSlider } from "../components/step-slider.tsx";
import { dayMonth } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { FormField } from "./form-field.tsx";
import { FormSection } from "./form-section.tsx";
import type { FormView } from "./form-view.ts";
import { reportBodyOf } from "./report-content.ts";

/** The weighted procedure steps (R27), each beside what the province saw last. */
export function StepsSection({ view }: { view: FormView }) {
  const { assignment, body, confirmed } = view;
  const { steps } = assignment.project;
  const { form } = t();
  const seen = confirmed && reportBodyOf(confirmed.body).steps;
  const noteOf = (id: string) => {
    const percent = seen?.[id] ?? 0;
    if (!confirmed || percent === (body.steps[id] ?? 0)) return undefined;
    return form.seenByProvince(percent, dayMonth(confirmed.receivedAt));
  };
  return (
    <FormSection
      id="steps"
      title={form.stepsTitle}
      flush
      aside={
        <>
          {form.total} <b class="text-ink">{overallProgress(steps, body.steps)}%</b>
        </>
      }
    >
      <div class="step-rows">
        {steps.map(({ id, name, weight }, at) => {
          const path = `steps.${id}`;
          const note = noteOf(id);
          const error = view.problemAt(path);
          return (
            <FormField key={id} view={view} path={path}>
              <StepSlider
                number={at + 1}
                name={name}
                weight={weight}
                value={body.steps[id] ?? 0}
                onChange={(percent) => view.change({ steps: { ...body.steps, [id]: percent } })}
                typed={view.typed[path]}
                onTyped={(text) => view.changeTyped(path, text)}
                {...(note ? { note } : {})}
                {...(error ? { error } : {})}
                readOnly={view.readOnly}
              />
            </FormField>
          );
        })}
      </div>
    </FormSection>
  );
}
