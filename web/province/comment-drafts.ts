import { NewComments } from "../../shared/review.ts";

const keyOf = (submissionId: string) => `review-${submissionId}`;

/** The comments on a submission that were written in this browser and not sent. */
export function readCommentDrafts(submissionId: string): NewComments {
  const text = localStorage.getItem(keyOf(submissionId));
  if (text === null) return [];
  try {
    return NewComments.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

/** Keeps them over a reload, and forgets them when there are none. */
export function keepCommentDrafts(submissionId: string, comments: NewComments): void {
  if (comments.length === 0) localStorage.removeItem(keyOf(submissionId));
  else localStorage.setItem(keyOf(submissionId), JSON.stringify(comments));
}
