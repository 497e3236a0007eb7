import { ReviewDraft } from "../../shared/review.ts";

export function commentDraftsKey(submissionId: string): string {
  return `review-${submissionId}`;
}

/** The comments on a submission that were written in this browser and not sent, and what they are about. */
export function readCommentDrafts(submissionId: string): ReviewDraft | undefined {
  const text = localStorage.getItem(commentDraftsKey(submissionId));
  if (text === null) return undefined;
  try {
    return ReviewDraft.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Keeps them over a reload, and forgets them when there are none. */
export function keepCommentDrafts(submissionId: string, draft: ReviewDraft): void {
  const key = commentDraftsKey(submissionId);
  if (draft.comments.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(draft));
}
