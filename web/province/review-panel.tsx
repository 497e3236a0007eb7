import { BadgeCheck, CornerUpLeft, MessageSquarePlus, Trash2, TriangleAlert } from "lucide";
import { useState } from "preact/hooks";
import type { NewComments, ReviewRequest } from "../../shared/review.ts";
import { commentSubject } from "../comment-subject.ts";
import { Button, IconButton } from "../components/button.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { useCurrentPerson } from "../current-person.ts";
import type { ReceivedReport } from "../db/received-report.ts";
import { reviewingWords } from "../i18n/reviewing-words.ts";
import { useServices } from "../services.ts";
import { keepCommentDrafts, readCommentDrafts } from "./comment-drafts.ts";
import { CommentForm } from "./comment-form.tsx";

/** The reviewer's desk: pins comments, then returns or endorses the version being read (V1). */
export function ReviewPanel({ assignment, report }: ReceivedReport) {
  const { transport, sync } = useServices();
  const [comments, setComments] = useState(() => readCommentDrafts(report.id));
  const [isWriting, setWriting] = useState(false);
  const { id: viewer } = useCurrentPerson();
  const [asked, ask] = useState<ReviewRequest["state"]>();
  const [problem, setProblem] = useState<string>();
  const words = reviewingWords();
  const subjectOf = (field: string) => commentSubject(field, assignment, report.attachments);
  const keep = (next: NewComments) => {
    setComments(next);
    keepCommentDrafts(report.id, next);
  };
  const send = async (state: ReviewRequest["state"]) => {
    ask(undefined);
    const said = state === "returned" ? comments : [];
    const request = { state, version: report.version, comments: said };
    const sent = await transport.review({ id: report.id, viewer }, request);
    if (sent.ok && state === "returned") keep([]);
    setProblem(sent.ok ? undefined : problemWords(sent.error));
    sync.wake();
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
              onClick={() => keep(comments.filter((one) => one.id !== id))}
            />
          }
        />
      ))}
      {isWriting ? (
        <CommentForm
          assignment={assignment}
          report={report}
          onAdd={(comment) => {
            keep([...comments, { ...comment, id: crypto.randomUUID() }]);
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
      <p class="text-ink2">{words.sameSpot}</p>
      {comments.length > 0 && (
        <Button kind="warm" icon={CornerUpLeft} onClick={() => ask("returned")}>
          {words.sendBack(comments.length)}
        </Button>
      )}
      {report.review.state !== "endorsed" && (
        <Button icon={BadgeCheck} onClick={() => ask("endorsed")}>
          {words.endorse}
        </Button>
      )}
      <ConfirmDialog
        open={asked === "returned"}
        title={words.sendBackTitle(report.version)}
        detail={words.sendBackDetail}
        warm
        onConfirm={() => void send("returned")}
        onCancel={() => ask(undefined)}
      />
      <ConfirmDialog
        open={asked === "endorsed"}
        title={words.endorseTitle(report.version)}
        detail={words.endorseDetail}
        {...(comments.length > 0 ? { warning: words.commentsUnsent } : {})}
        onConfirm={() => void send("endorsed")}
        onCancel={() => ask(undefined)}
      />
    </section>
  );
}

function problemWords(error: { kind: string; code?: string }): string {
  const words = reviewingWords();
  return error.code === "superseded" ? words.superseded : words.failed;
}
