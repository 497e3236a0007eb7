import type { ComponentChildren } from "preact";
import { Pin } from "./pin.tsx";
import { ThaiText } from "./thai-text.tsx";

type PinnedCommentProps = {
  number: number;
  /** What it is pinned to: "รูปที่ 2", "ผลผลิต". */
  subject: string;
  text: string;
  /** At the right of the subject: who, when, or that it is a draft. */
  note?: string;
  current?: boolean;
  actions?: ComponentChildren;
};

/** A reviewer's remark, under the number of its pin. */
export function PinnedComment(props: PinnedCommentProps) {
  const { number, subject, text, note, current = false, actions } = props;
  return (
    <article class={`pinned-comment ${current ? "pinned-comment-current" : ""}`}>
      <header class="flex items-center gap-2.5">
        <Pin number={number} />
        <b class="flex-1">{subject}</b>
        {note && <span class="text-ink2">{note}</span>}
      </header>
      <p class="mt-1">
        <ThaiText>{text}</ThaiText>
      </p>
      {actions && <div class="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </article>
  );
}
