import { useCurrentPerson } from "../current-person.ts";
import type { FormKey } from "./form-kind.ts";
import type { SubmissionView } from "./read-submission.ts";

/** The person at the tablet and a submission, as a draft is known by. */
export function useFormKey({
  assignment,
  submissionId,
}: Pick<SubmissionView, "assignment" | "submissionId">): FormKey {
  const { id } = useCurrentPerson();
  return { authorId: id, submissionId, assignmentId: assignment.id };
}
