import {
  BadgeCheck,
  CornerUpLeft,
  type IconNode,
  Landmark,
  PencilLine,
  SendHorizontal,
} from "lucide";
import type { ComponentChildren } from "preact";
import type { Assignment } from "../shared/assignment.ts";
import type { Attachment } from "../shared/attachment.ts";
import type { Review } from "../shared/submission.ts";
import { changeLines } from "./change-words.ts";
import { commentSubject } from "./comment-subject.ts";
import { Icon } from "./components/icon.tsx";
import { ThaiText } from "./components/thai-text.tsx";
import { count, dateTime } from "./i18n/format.ts";
import { historyWords } from "./i18n/history-words.ts";
import { t } from "./i18n/language.ts";
import type { FieldChange, VersionEntry } from "./version-entries.ts";
import "./styles/version-history.css";

type VersionHistoryProps = {
  /** The newest first. */
  entries: readonly VersionEntry[];
  assignment: Assignment;
  /** Of the newest content: what comments name by number. */
  attachments: readonly Attachment[];
  areaNames: ReadonlyMap<string, string>;
  /** When the review was whose comments stand beside the history: they are not told twice. */
  shownBeside: string | null;
  /** More to say about a version, by its number. */
  noteOn?: (version: number) => ComponentChildren;
};

/** Every version of a report: who, when, what changed, and what the province said about it. */
export function VersionHistory({ entries, noteOn, ...named }: VersionHistoryProps) {
  const words = historyWords();
  return (
    <ol class="version-history">
      {entries.map((entry) => (
        <li key={`${entry.state} ${entry.version} ${entry.madeAt}`}>
          <h3>{headingOf(entry)}</h3>
          {entry.reviews.toReversed().map((review) => (
            <ReviewEvent key={review.at} review={review} {...named} />
          ))}
          {entry.received && (
            <Event
              icon={Landmark}
              tone="text-kram"
              words={words.received(count(entry.received.number))}
              detail={dateTime(entry.received.at)}
            />
          )}
          {entry.state === "queued" && (
            <Event icon={SendHorizontal} tone="text-kram" words={words.waiting} detail="" />
          )}
          <Event
            icon={PencilLine}
            tone="text-ink2"
            words={entry.received ? words.made : t().sync.savedHere}
            detail={detailOf(entry.madeAt, entry.byName)}
          />
          {noteOn?.(entry.version)}
          {entry.changes && <Changes changes={entry.changes} {...named} />}
        </li>
      ))}
    </ol>
  );
}

function headingOf({ state, version }: VersionEntry): string {
  const words = historyWords();
  if (state === "draft") return words.draft;
  return state === "kept-aside" ? words.keptAside : words.version(version);
}

type Named = Omit<VersionHistoryProps, "entries" | "noteOn">;

function ReviewEvent(props: Named & { review: Review }) {
  const { review, assignment, attachments, shownBeside } = props;
  const words = historyWords();
  const isReturned = review.state === "returned";
  return (
    <>
      <Event
        icon={isReturned ? CornerUpLeft : BadgeCheck}
        tone={isReturned ? "text-din" : "text-bai"}
        words={isReturned ? words.returned(review.comments.length) : words.endorsed}
        detail={detailOf(review.at, review.byName)}
      />
      {review.comments.length > 0 && review.at !== shownBeside && (
        <ul class="version-comments">
          {review.comments.map(({ id, field, text }) => (
            <li key={id}>
              <b>{commentSubject(field, assignment, attachments)}</b> <ThaiText>{text}</ThaiText>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Changes({ changes, ...named }: Named & { changes: readonly FieldChange[] }) {
  const words = historyWords();
  const lines = changeLines(changes, named);
  if (lines.length === 0) return <p class="version-changes text-ink2">{words.unchanged}</p>;
  return (
    <div class="version-changes">
      <p class="text-ink2">{words.changed(lines.length)}</p>
      <ul>
        {lines.map(({ label, was, is }) => (
          <li key={`${label} ${was} ${is}`}>
            <b>
              <ThaiText>{label}</ThaiText>
            </b>
            {was && (
              <span>
                {is ? words.was : words.takenOut} <del>{was}</del>
              </span>
            )}
            {is && (
              <span>
                {was ? words.is : words.added} <ins>{is}</ins>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function detailOf(at: string | null, name: string | null): string {
  return [at && dateTime(at), name && historyWords().by(name)].filter(Boolean).join(" · ");
}

type EventProps = { icon: IconNode; tone: string; words: string; detail: string };

function Event({ icon, tone, words, detail }: EventProps) {
  return (
    <p class="version-event">
      <Icon node={icon} size={20} class={tone} />
      <span>
        {words}
        {detail && <span class="block text-ink2">{detail}</span>}
      </span>
    </p>
  );
}
