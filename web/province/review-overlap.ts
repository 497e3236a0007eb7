import type { Assignment } from "../../shared/assignment.ts";
import { contentsOf } from "../../shared/history.ts";
import type { NewComments, ReadPoint } from "../../shared/review.ts";
import type { Review, StoredSubmission } from "../../shared/submission.ts";
import { changeLines } from "../change-words.ts";
import { commentSubject } from "../comment-subject.ts";
import { dateTime } from "../i18n/format.ts";
import { historyWords } from "../i18n/history-words.ts";
import { reviewingWords } from "../i18n/reviewing-words.ts";
import { changesBetween } from "../version-entries.ts";

/** One thing in three versions: as the reviewer read it, as it came meanwhile, and their own word on it. */
export type OverlapRow = { label: string; before: string; theirs: string; mine: string };

type Overlap = {
  readPoint: ReadPoint;
  report: StoredSubmission;
  comments: NewComments;
  assignment: Assignment;
  areaNames: ReadonlyMap<string, string>;
};

/**
 * What came between a reviewer's reading and now: the verdict, what others said, and what a newer
 * version says otherwise, each beside the reviewer's unsent comment on that spot (V5).
 */
export function overlapRows(overlap: Overlap): OverlapRow[] {
  return [verdictRow(overlap), ...commentRows(overlap), ...changeRows(overlap)];
}

function verdictRow({ readPoint, report, comments }: Overlap): OverlapRow {
  const words = reviewingWords();
  return {
    label: words.verdict,
    before: verdictWords(readPoint.version, reviewRead(report, readPoint)),
    theirs: verdictWords(report.version, report.review),
    mine: comments.length > 0 ? words.pinnedUnsent(comments.length) : words.nothingSaid,
  };
}

/** What others said about the version that was read, and its reader has not seen. */
function commentRows({ readPoint, report, comments, assignment }: Overlap): OverlapRow[] {
  const read = reviewRead(report, readPoint);
  const known = new Set(read?.comments.map(({ id }) => id));
  const fresh = report.review.comments.filter(({ id }) => !known.has(id));
  const at = (field: string, said: readonly { field: string; text: string }[] = []) =>
    said.flatMap((one) => (one.field === field ? [one.text] : [])).join(" · ");
  return fresh.map(({ field, text }) => ({
    label: commentSubject(field, assignment, report.attachments),
    before: at(field, read?.comments),
    theirs: text,
    mine: at(field, comments),
  }));
}

function changeRows({ readPoint, report, comments, ...named }: Overlap): OverlapRow[] {
  const before = contentsOf(report)[report.version - readPoint.version];
  if (readPoint.version === report.version || !before) return [];
  return changesBetween(before, report).flatMap((change) => {
    const mine = comments.filter(({ field }) => isAt(field, change.path)).map(({ text }) => text);
    return changeLines([change], named).map(({ label, was, is }) => ({
      label,
      before: was,
      theirs: is,
      mine: mine.join(" · "),
    }));
  });
}

/** A photo's comment names its hash; villages are commented on with the areas they belong to. */
function isAt(field: string, path: string): boolean {
  const [part = "", id] = path.split(".");
  return field === path || field === id || (field !== "" && field === part);
}

function reviewRead(report: StoredSubmission, { version, reviewedAt }: ReadPoint) {
  const past = report.history.find((one) => one.version === version);
  const said = past ? past.reviews : [...report.earlierReviews, report.review];
  return said.find(({ at }) => at !== null && at === reviewedAt);
}

function verdictWords(version: number, review: Review | undefined): string {
  const words = historyWords();
  const said = {
    received: reviewingWords().unreviewed,
    returned: words.returned(review?.comments.length ?? 0),
    endorsed: words.endorsed,
  }[review?.state ?? "received"];
  const by = [review?.byName && words.by(review.byName), review?.at && dateTime(review.at)];
  return [words.version(version), said, ...by].filter(Boolean).join(" · ");
}
