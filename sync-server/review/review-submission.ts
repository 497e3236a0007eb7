import { isVisibleFrom } from "../../shared/org-unit.ts";
import type { Person } from "../../shared/person.ts";
import type { ReviewRequest } from "../../shared/review.ts";
import { mayReadReceived, mayReview } from "../../shared/role.ts";
import { same } from "../../shared/same.ts";
import { normaliseThai } from "../../shared/thai-text.ts";
import { AppError } from "../app-error.ts";
import type { Store } from "../store/open.ts";
import { addReview, findReviewable } from "../store/reviews.ts";

export type Reviewing = { reviewer: Person; submissionId: string; request: ReviewRequest };

/**
 * Says what the province thinks of one version, and tells the feed. Safe to repeat: the same words
 * of the same reviewer about the same version are stored once.
 *
 * @throws AppError 403 forbidden, 404 not-found, 409 superseded (V1, V5)
 */
export function createReviewSubmission({ store, now }: { store: Store; now(): Date }) {
  return async ({ reviewer, submissionId, request }: Reviewing): Promise<void> => {
    const { role, orgUnitCode, id: reviewerId } = reviewer;
    if (!mayReadReceived(role)) throw notFound();
    const { version, state } = request;
    const comments = request.comments.map((one) => ({ ...one, text: normaliseThai(one.text) }));
    if (comments.some(({ text }) => text === "")) {
      throw new AppError(400, "malformed", "A comment says nothing");
    }
    await store.writer.transaction().execute(async (tx) => {
      const found = await findReviewable(tx, submissionId);
      if (!found || !isVisibleFrom(orgUnitCode, found.scope)) throw notFound();
      if (!mayReview(role)) throw new AppError(403, "forbidden", "This role reads only");
      if (found.version !== version) {
        throw new AppError(409, "superseded", `Version ${found.version} is the newest`);
      }
      if (same(found.lastReview?.said, { reviewerId, state, comments })) return;
      if (found.lastReview?.at !== request.after) {
        throw new AppError(409, "superseded", "Somebody else reviewed this version meanwhile");
      }
      await addReview(tx, { submissionId, state, reviewerId, at: now().toISOString(), comments });
    });
  };
}

function notFound(): AppError {
  return new AppError(404, "not-found", "There is no such submission");
}
