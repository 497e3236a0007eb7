import type { ComponentChildren } from "preact";
import type { Attachment } from "../../shared/attachment.ts";
import { RedrawnFor } from "../components/redrawn-for.tsx";
import { SectionNav } from "../components/section-nav.tsx";
import type { TabItem } from "../components/tab-bar.tsx";
import type { SubmissionState } from "../db/report-state.ts";
import { t } from "../i18n/language.ts";
import { AreasSection } from "./areas-section.tsx";
import type { FormView } from "./form-view.ts";
import { OutputSection } from "./output-section.tsx";
import { ReportHeader } from "./report-header.tsx";
import { StepsSection } from "./steps-section.tsx";
import { SuccessSection } from "./success-section.tsx";

type ReportSectionsProps = {
  view: FormView;
  state: SubmissionState;
  attached: readonly Attachment[];
  /** The section in view. */
  current: string;
  /** Above the sections: what the province said, what keeps it from being sent. */
  notices?: ComponentChildren;
  /** Photos and documents. */
  attachments: ComponentChildren;
};

/** The whole form on one page, its parts as tabs with how complete each is. */
export function ReportSections(props: ReportSectionsProps) {
  const { view, state, attached, current, notices, attachments } = props;
  const { assignment, body, typed, readOnly, confirmed, pins, problemAt } = view;
  // A section is drawn again for what it shows, not for every letter typed in another one.
  const around = [assignment, typed, readOnly, confirmed, pins, problemAt];
  return (
    <>
      <ReportHeader
        assignment={view.assignment}
        body={view.body}
        state={state}
        sections={
          <SectionNav
            label={t().form.sections}
            sections={sectionTabs(view, attached)}
            current={current}
          />
        }
      />
      {notices}
      <div class="report-columns">
        <div class="report-column">
          <RedrawnFor values={[...around, body.outputs]}>
            <OutputSection view={view} />
          </RedrawnFor>
          <RedrawnFor values={[...around, body.steps]}>
            <StepsSection view={view} />
          </RedrawnFor>
          <SuccessSection view={view} />
        </div>
        <div class="report-column">
          {attachments}
          <RedrawnFor values={[...around, body.areaCodes, body.newVillages, body.activity]}>
            <AreasSection view={view} />
          </RedrawnFor>
        </div>
      </div>
    </>
  );
}

function sectionTabs({ assignment, body }: FormView, attached: readonly Attachment[]) {
  const { form } = t();
  const entered = assignment.outputs.filter(({ id }) => body.outputs[id] !== undefined).length;
  const { steps } = assignment.project;
  const done = steps.filter(({ id }) => body.steps[id] === 100).length;
  const areas = body.areaCodes.length;
  const planned = assignment.plannedAreaCount;
  const tabs: TabItem<string>[] = [
    {
      value: "output",
      label: form.output,
      note: completeness(entered, assignment.outputs.length),
    },
    { value: "steps", label: form.steps, note: form.done(done, steps.length) },
    {
      value: "success",
      label: form.successShort,
      note: `· ${body.successPoints.trim() === "" ? form.empty : form.complete}`,
    },
    { value: "attachments", label: form.attachments, note: String(attached.length) },
    {
      value: "areas",
      label: form.areasShort,
      note: planned > 0 ? form.done(areas, planned) : String(areas),
    },
  ];
  return tabs;
}

function completeness(entered: number, all: number): string {
  const { form } = t();
  if (entered === all) return `· ${form.complete}`;
  return entered === 0 ? `· ${form.empty}` : form.done(entered, all);
}
