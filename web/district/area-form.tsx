import { Check } from "lucide";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AreaDraft } from "../../shared/area-record.ts";
import { commentSubject } from "../comment-subject.ts";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Toasts } from "../components/toasts.tsx";
import { fieldLabel } from "../field-label.ts";
import { areasHref } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { AreaFields } from "./area-fields.tsx";
import { AreaHeading } from "./area-heading.tsx";
import { areaNameOf } from "./area-options.ts";
import type { AreaPaneProps } from "./area-pane.tsx";
import { areaSummary, areaWarning } from "./area-summary.ts";
import { AttachmentsSection } from "./attachments-section.tsx";
import { FormFooter } from "./form-footer.tsx";
import { FormNotices } from "./form-notices.tsx";
import { versionOf } from "./read-submission.ts";
import { SubmitDialogs } from "./submit-dialogs.tsx";
import { type FormInHand, useOpenForm } from "./use-open-form.ts";
import { useRemoveArea } from "./use-remove-area.ts";

/** Fields that a comment can stand beside. */
const FIELDS = [
  ...["areaCode", "venue", "heldOn", "targetGroup", "result", "position"],
  ...["participants.men", "participants.women", "participants.total"],
  ...["costSatang", "costReason", "attachments"],
];

/** One area record over its draft: which area, the four questions, the cost, photos (R38–R42). */
export function AreaForm({
  records,
  areas,
  options,
  villages,
  undo,
  ...inHand
}: FormInHand<AreaDraft> & AreaPaneProps) {
  const { route } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const { submission, draft, attachments } = inHand;
  const { view, problems, sending, refusal, save, editing, refusedFiles, ...open } =
    useOpenForm(inHand);
  const { assignment, submissionId, outbox, confirmed } = submission;
  const { area, actions } = t();
  const name = areaNameOf(options, view.body.areaCode);
  const remove = useRemoveArea({ submission, session: draft.session, undo, name });
  return (
    <>
      <div class="area-form" onFocusOut={() => void save()}>
        <AreaHeading
          view={view}
          submission={submission}
          areas={areas}
          options={options}
          villages={villages}
          onRemove={() => setAsking(true)}
        />
        <FormNotices
          pins={view.pins}
          fields={FIELDS}
          nameOf={(path) => fieldLabel(path, assignment)}
          subjectOf={(field) => commentSubject(field, assignment, confirmed?.attachments ?? [])}
          problems={problems}
          problemAt={view.problemAt}
          refusal={refusal}
          isOnTopOfQueued={outbox.length > 0}
        />
        <AreaFields view={view} submissionId={submissionId} records={records} options={options} />
        <AttachmentsSection
          view={view}
          places={submission}
          attached={attachments.attached}
          editing={editing}
        />
      </div>
      <footer class="form-footer">
        <FormFooter
          status={draft.state.value.status}
          sending={sending}
          label={area.record}
          icon={Check}
        />
      </footer>
      <SubmitDialogs
        sending={sending}
        detail={area.versionTo(versionOf({ ...submission, draft: undefined }) + 1)}
        facts={areaSummary(view, name, attachments.attached)}
        warning={areaWarning(view, { submissionId, records, refusedFiles })}
        onDone={() => route(areasHref(assignment.id))}
      />
      <ConfirmDialog
        open={isAsking}
        title={area.removeQuestion(name)}
        detail={area.removeDetail}
        confirmLabel={actions.remove}
        warm
        onConfirm={() => {
          setAsking(false);
          void remove();
        }}
        onCancel={() => setAsking(false)}
      />
      <Toasts toasts={open.undo.toasts} onDismiss={open.undo.dismiss} />
    </>
  );
}
