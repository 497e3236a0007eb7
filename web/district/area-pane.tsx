import { Lock, TriangleAlert } from "lucide";
import type { AreaDraft } from "../../shared/area-record.ts";
import type { Assignment } from "../../shared/assignment.ts";
import { nothing } from "../../shared/merge.ts";
import { Notice } from "../components/notice.tsx";
import type { ManyOption } from "../components/option-list.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { contentOf } from "../db/content.ts";
import type { AreaRow } from "../db/rows.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { AreaFields } from "./area-fields.tsx";
import { AreaForm } from "./area-form.tsx";
import { areaDraftOf, areaForm } from "./area-form-kind.ts";
import { AreaHeading } from "./area-heading.tsx";
import type { AreaRecord } from "./area-records.ts";
import { AttachmentsSection } from "./attachments-section.tsx";
import { type FormView, pinsOf } from "./form-view.ts";
import { readOnlyReason, readOnlyWords } from "./read-only-reason.ts";
import { readSubmission, type SubmissionView } from "./read-submission.ts";
import { useAttachments } from "./use-attachments.ts";
import { useFormDraft } from "./use-form-draft.ts";
import { useFormKey } from "./use-form-key.ts";
import type { Undo } from "./use-undo.ts";
import type { NewVillages } from "./villages-added.ts";

/** What the form of one area record is given beside the record. */
export type AreaPaneProps = {
  assignment: Assignment;
  /** All of the assignment's. */
  records: readonly AreaRecord[];
  areas: readonly AreaRow[];
  options: readonly ManyOption[];
  /** Those among the options that the district added itself. */
  villages: NewVillages;
  undo: Undo;
};

/** One area record: to fill in, or to read where it cannot be changed any more. */
export function AreaPane({
  submissionId,
  yearIsOpen,
  ...pane
}: AreaPaneProps & { submissionId: string; yearIsOpen: boolean }) {
  const { db } = useServices();
  const { id } = useCurrentPerson();
  const { assignment } = pane;
  const submission = useLive<SubmissionView | undefined>(
    async () => {
      const ownDraft = await db.drafts.get([id, submissionId]);
      return readSubmission(db, { assignment, submissionId, ownDraft });
    },
    [db, id, submissionId, assignment],
    undefined,
  ).value;
  if (!submission) return null;
  const reason = readOnlyReason(submission, yearIsOpen);
  return reason ? (
    <ReadOnlyArea submission={submission} why={readOnlyWords(reason, submission)} {...pane} />
  ) : (
    <EditArea submission={submission} {...pane} />
  );
}

type WithSubmission = AreaPaneProps & { submission: SubmissionView };

function EditArea({ submission, ...pane }: WithSubmission) {
  const key = useFormKey(submission);
  const attachments = useAttachments("area", key);
  const draft = useFormDraft(areaForm, key, attachments.queue.settled);
  if (draft.kind === "open") {
    return <AreaForm submission={submission} draft={draft} attachments={attachments} {...pane} />;
  }
  if (draft.kind === "opening") return null;
  return (
    <Notice tone="krang" icon={TriangleAlert} title={t().form.cannotOpen}>
      {t().form.notSaved[draft.reason]}
    </Notice>
  );
}

function ReadOnlyArea({ submission, why, ...pane }: WithSubmission & { why: string }) {
  const { assignment, outbox, confirmed, draft } = submission;
  const queued = outbox.at(-1);
  const { body, attachments } = queued ? contentOf(queued.mutation) : (confirmed ?? nothing);
  const view: FormView<AreaDraft> = {
    assignment,
    body: areaDraftOf(body),
    typed: {},
    readOnly: true,
    confirmed,
    pins: pinsOf(confirmed),
    problemAt: () => undefined,
    change: ignore,
    changeTyped: ignore,
  };
  return (
    <div class="area-form">
      <AreaHeading view={view} submission={submission} {...pane} />
      <Notice tone="kram" icon={Lock} title={why}>
        {draft && t().form.draftKept}
      </Notice>
      <AreaFields
        view={view}
        submissionId={submission.submissionId}
        records={pane.records}
        options={pane.options}
      />
      <AttachmentsSection view={view} places={submission} attached={attachments} />
    </div>
  );
}

function ignore(): void {
  // Nothing changes in a form that is only read.
}
