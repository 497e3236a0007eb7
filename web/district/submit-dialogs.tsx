import { useLocation } from "preact-iso";
import type { Attachment } from "../../shared/attachment.ts";
import { overallProgress } from "../../shared/progress.ts";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { SavedDialog } from "../components/saved-dialog.tsx";
import { bytes, count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { FormView } from "./form-view.ts";
import type { SubmitReport } from "./use-submit-report.ts";

type SubmitDialogsProps = {
  sending: SubmitReport;
  view: FormView;
  attached: readonly Attachment[];
  /** The version this will be. */
  version: number;
  refusedFiles: number;
};

/** R33 and R34: the question with what will be sent, and the word that it is kept. */
export function SubmitDialogs(props: SubmitDialogsProps) {
  const { sending, view, attached, version, refusedFiles } = props;
  const { route } = useLocation();
  const { submitting, confirm, cancel } = sending;
  const warning = warningOf(view, refusedFiles);
  return (
    <>
      <ConfirmDialog
        open={submitting.step === "confirming"}
        title={t().dialogs.confirmSave}
        detail={t().dialogs.reportVersionTo(version)}
        facts={factsOf(view, attached)}
        {...(warning ? { warning } : {})}
        onConfirm={() => void confirm()}
        onCancel={cancel}
      />
      <SavedDialog
        open={submitting.step === "saved"}
        savedAt={submitting.step === "saved" ? submitting.at : ""}
        outboxHref="/outbox"
        onClose={() => route("/reports")}
      />
    </>
  );
}

function factsOf({ assignment, body }: FormView, attached: readonly Attachment[]) {
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
function warningOf({ assignment, body }: FormView, refusedFiles: number): string | undefined {
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
