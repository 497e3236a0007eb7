import type { Attachment } from "../../shared/attachment.ts";
import { overallProgress } from "../../shared/progress.ts";
import { bytes, count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { FormView } from "./form-view.ts";

/** What a report says, in the four lines of the question before it is sent. */
export function reportSummary({ assignment, body }: FormView, attached: readonly Attachment[]) {
  const { form, files } = t();
  const { project, plannedAreaCount, outputs } = assignment;
  const sizeBytes = attached.reduce((sum, file) => sum + file.sizeBytes, 0);
  const areas = body.areaCodes.length;
  const achieved = outputs.map(({ id, districtTarget, unit }) => {
    const done = count(body.outputs[id] ?? 0);
    return districtTarget === null
      ? `${done} ${unit}`
      : form.achievedOfTarget(done, count(districtTarget), unit);
  });
  return [
    { label: form.output, value: achieved.join(", ") },
    { label: form.overall, value: `${overallProgress(project.steps, body.steps)}%` },
    {
      label: form.areasShort,
      value:
        plannedAreaCount > 0 ? form.areasOfPlan(areas, plannedAreaCount) : form.areasChosen(areas),
    },
    { label: form.attachments, value: files.count(attached.length, bytes(sizeBytes)) },
  ];
}

/** Worth a second look, and no reason to stop: more than the target, files left behind. */
export function reportWarning({ assignment, body }: FormView, refusedFiles: number) {
  const { form } = t();
  const over = assignment.outputs.flatMap(({ id, districtTarget, unit }) => {
    const done = body.outputs[id] ?? 0;
    return districtTarget !== null && done > districtTarget
      ? [form.overTarget(`${count(done)} ${unit}`, `${count(districtTarget)} ${unit}`)]
      : [];
  });
  const left = refusedFiles > 0 ? [form.refusedStay(refusedFiles)] : [];
  const warnings = [...over, ...left];
  return warnings.length > 0 ? warnings.join(" · ") : undefined;
}
