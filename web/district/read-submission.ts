import type { Assignment } from "../../shared/assignment.ts";
import { assignmentById } from "../db/assignments.ts";
import { draftsOf, isUntouched } from "../db/drafts.ts";
import { notReported, type SubmissionState, submissionStates } from "../db/report-state.ts";
import type {
  DraftRow,
  OutboxRow,
  PersonRow,
  SettledRow,
  SubmissionRow,
  UploadRow,
} from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { newestMirrored } from "../db/submissions.ts";

/** Everything this tablet knows of one submission. */
export type SubmissionView = {
  assignment: Assignment;
  submissionId: string;
  /** The person's own, where it says something already. */
  draft: DraftRow | undefined;
  /** The mutations that are not settled, in the order they were submitted. */
  outbox: OutboxRow[];
  settled: SettledRow[];
  uploads: UploadRow[];
  confirmed: SubmissionRow | undefined;
};

/**
 * The report of an assignment.
 *
 * @returns undefined where this tablet has no such assignment; one that was taken away while its
 * draft was written is still there (O9)
 */
export async function readReport(
  db: AppDb,
  person: PersonRow,
  assignmentId: string,
): Promise<SubmissionView | undefined> {
  const mirrored = await assignmentById(db, person.orgUnitCode, assignmentId);
  const own = await draftsOf(db, person.id);
  const ownDraft = own.find(
    (draft) => draft.kind === "report" && draft.assignmentId === assignmentId,
  );
  const assignment = mirrored ?? ownDraft?.assignment;
  if (!assignment) return undefined;
  return readSubmission(db, { assignment, submissionId: assignment.reportId, ownDraft });
}

/** @param ownDraft the person's; one that says nothing yet does not count */
export async function readSubmission(
  db: AppDb,
  {
    assignment,
    submissionId,
    ownDraft,
  }: Pick<SubmissionView, "assignment" | "submissionId"> & { ownDraft: DraftRow | undefined },
): Promise<SubmissionView> {
  const [outbox, settled, uploads, confirmed] = await Promise.all([
    db.outbox.where("submissionId").equals(submissionId).sortBy("order"),
    db.settled.where("submissionId").equals(submissionId).toArray(),
    db.uploads.where("[submissionId+sha256]").between([submissionId], [submissionId, []]).toArray(),
    newestMirrored(db, submissionId),
  ]);
  const draft = ownDraft && !isUntouched(ownDraft) ? ownDraft : undefined;
  return { assignment, submissionId, draft, outbox, settled, uploads, confirmed };
}

/** @param sending the mutations in the request under way */
export function stateOf(view: SubmissionView, sending: ReadonlySet<string>): SubmissionState {
  const { draft, confirmed, outbox, settled, uploads, submissionId } = view;
  const states = submissionStates({
    drafts: draft ? [draft] : [],
    submissions: confirmed ? [confirmed] : [],
    outbox,
    settled,
    uploads,
    sending,
  });
  return states.get(submissionId) ?? notReported;
}

/** The version that the newest content is, or will be once it is sent. */
export function versionOf({ confirmed, outbox, draft }: SubmissionView): number {
  return (confirmed?.version ?? 0) + outbox.length + (draft ? 1 : 0);
}
