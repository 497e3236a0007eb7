import { BadgeCheck, CornerUpLeft, MessageSquarePlus, Trash2, TriangleAlert } from "lucide";
import { useState } from "preact/hooks";
import type { ReviewRequest } from "../../shared/review.ts";
import { commentSubject } from "../comment-subject.ts";
import { Button, IconButton } from "../components/button.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import type { ReceivedReport } from "../db/received-report.ts";
import { reviewingWords } from "../i18n/reviewing-words.ts";
import { CommentForm } from "./comment-form.tsx";
import { overlapRows } from "./review-overlap.ts";
import { ReviewOverlapCard } from "./review-overlap-card.tsx";
import { useReview } from "./use-review.ts";

/** The reviewer's desk: pins comments, then returns or endorses the version being read (V1). */
export function ReviewPanel({ assignment, report, areaNames }: ReceivedReport) {
  const review = useReview(report);
  const [isWriting, setWriting] = useState(false);
  const [asked, ask] = useState<ReviewRequest["state"]>();
  const words = reviewingWords();
  const { comments, readPoint, isOverlapped, problem } = review;
  const subjectOf = (field: string) => commentSubject(field, assignment, report.attachments);
  const send = (state: ReviewRequest["state"]) => {
    ask(undefined);
    void review.send(state);
  };
  return (
    <section class="review-panel" aria-label={words.title}>
      {comments.map(({ id, field, text }, at) => (
        <PinnedComment
          key={id}
          number={at + 1}
          subject={subjectOf(field)}
          text={text}
          note={words.draft}
          actions={
            <IconButton
              icon={Trash2}
              kind="quiet"
              label={words.remove(subjectOf(field))}
              onClick={() => review.remove(id)}
            />
          }
        />
      ))}
      {isWriting ? (
        <CommentForm
          assignment={assignment}
          report={report}
          onAdd={(comment) => {
            review.add({ ...comment, id: crypto.randomUUID() });
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Button icon={MessageSquarePlus} onClick={() => setWriting(true)}>
          {words.addComment}
        </Button>
      )}
      {problem && (
        <div role="alert">
          <Notice tone="krang" icon={TriangleAlert} title={problem} />
        </div>
      )}
      {isOverlapped && (
        <ReviewOverlapCard
          rows={overlapRows({ readPoint, report, comments, assignment, areaNames })}
          onGoOn={() => {
            ask(undefined);
            review.goOn();
          }}
        />
      )}
      <p class="text-ink2">{words.sameSpot}</p>
      {!isOverlapped && comments.length > 0 && (
        <Button kind="warm" icon={CornerUpLeft} onClick={() => ask("returned")}>
          {words.sendBack(comments.length)}
        </Button>
      )}
      {!isOverlapped && report.review.state !== "endorsed" && (
        <Button icon={BadgeCheck} onClick={() => ask("endorsed")}>
          {words.endorse}
        </Button>
      )}
      <ConfirmDialog
        open={asked === "returned" && !isOverlapped}
        title={words.sendBackTitle(readPoint.version)}
        detail={words.sendBackDetail}
        warm
        onConfirm={() => send("returned")}
        onCancel={() => ask(undefined)}
      />
      <ConfirmDialog
        open={asked === "endorsed" && !isOverlapped}
        title={words.endorseTitle(readPoint.version)}
        detail={words.endorseDetail}
        {...(comments.length > 0 ? { warning: words.commentsUnsent } : {})}
        onConfirm={() => send("endorsed")}
        onCancel={() => ask(undefined)}
      />
    </section>
  );
}
