import { useEffect, useRef, useState } from "preact/hooks";
import type { NewComments, ReadPoint, ReviewRequest } from "../../shared/review.ts";
import type { StoredSubmission } from "../../shared/submission.ts";
import { useCurrentPerson } from "../current-person.ts";
import { reviewingWords } from "../i18n/reviewing-words.ts";
import { useServices } from "../services.ts";
import { commentDraftsKey, keepCommentDrafts, readCommentDrafts } from "./comment-drafts.ts";

/**
 * A reviewer's unsent comments on a submission, and what they have read of it. What comes meanwhile,
 * a newer version or somebody else's review, is not taken for read until they say so (V5).
 */
export function useReview(report: StoredSubmission) {
  const { transport, sync } = useServices();
  const { id: viewer } = useCurrentPerson();
  const { id, version, review } = report;
  const [{ comments, readPoint }, setDrafts] = useState(() => draftsOn(report));
  const [problem, setProblem] = useState<string>();
  /** One was sent from here, and has not come back by a pull. */
  const isOwnOnItsWay = useRef(false);
  const isOwn = isOwnOnItsWay.current && review.byId === viewer;
  const isOther = readPoint.version !== version || readPoint.reviewedAt !== review.at;

  /** On what is kept now: another window may have added to it. */
  const keep = (change: (comments: NewComments) => NewComments, read = readPoint) => {
    const kept = readCommentDrafts(id)?.comments ?? [];
    const next = { readPoint: read, comments: change(kept) };
    keepCommentDrafts(id, next);
    setDrafts(next);
  };
  const goOn = () => {
    setProblem(undefined);
    keep((kept) => kept, readPointOf(report));
  };

  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if (key !== commentDraftsKey(id)) return;
      setDrafts((before) => ({ ...before, comments: readCommentDrafts(id)?.comments ?? [] }));
    };
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, [id]);

  useEffect(() => {
    if (!isOther || !isOwn || readPoint.version !== version) return;
    isOwnOnItsWay.current = false;
    setDrafts((drafts) => ({ ...drafts, readPoint: { version, reviewedAt: review.at } }));
  }, [isOther, isOwn, readPoint, version, review.at]);

  const send = async (state: ReviewRequest["state"]) => {
    const said = state === "returned" ? comments : [];
    const { version: about, reviewedAt } = readPoint;
    const after = reviewedAt === null ? {} : { after: reviewedAt };
    isOwnOnItsWay.current = true;
    const sent = await transport.review(
      { id, viewer },
      { ...after, state, version: about, comments: said },
    );
    isOwnOnItsWay.current = sent.ok;
    // Another window may have pinned one that did not go along.
    const ids = new Set(said.map((one) => one.id));
    if (sent.ok) keep((kept) => kept.filter((one) => !ids.has(one.id)));
    setProblem(sent.ok ? undefined : problemWords(sent.error));
    sync.wake();
  };

  return {
    comments,
    readPoint,
    /** Something came that was not there when this was read. */
    isOverlapped: isOther && !(isOwn && readPoint.version === version),
    problem,
    add: (comment: NewComments[number]) => keep((kept) => [...kept, comment]),
    remove: (commentId: string) => keep((kept) => kept.filter((one) => one.id !== commentId)),
    goOn,
    send,
  };
}

function draftsOn(report: StoredSubmission) {
  return readCommentDrafts(report.id) ?? { readPoint: readPointOf(report), comments: [] };
}

function readPointOf({ version, review }: StoredSubmission): ReadPoint {
  return { version, reviewedAt: review.at };
}

function problemWords(error: { kind: string; code?: string }): string {
  const words = reviewingWords();
  return error.code === "superseded" ? words.superseded : words.failed;
}
