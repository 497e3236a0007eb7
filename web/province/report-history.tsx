import { BadgeCheck, CornerUpLeft, type IconNode, Landmark, PencilLine } from "lucide";
import type { StoredSubmission } from "../../shared/submission.ts";
import { Icon } from "../components/icon.tsx";
import { dateTime } from "../i18n/format.ts";
import { provinceWords } from "../i18n/province-words.ts";

/** What happened to the newest version, the latest first. */
export function ReportHistory({ report }: { report: StoredSubmission }) {
  return (
    <ol class="report-history">
      {historyOf(report).map(({ icon, tone, words, detail }) => (
        <li key={words}>
          <Icon node={icon} size={20} class={tone} />
          <span>
            {words}
            <span class="block text-ink2">{detail}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

type Event = { icon: IconNode; tone: string; words: string; detail: string };

function historyOf({ review, version, receivedAt, madeAt, authorName }: StoredSubmission): Event[] {
  const { history, by } = provinceWords();
  const reviewed = [review.at && dateTime(review.at), review.byName && by(review.byName)];
  const detail = reviewed.filter(Boolean).join(" · ");
  const decisions: Record<typeof review.state, Event[]> = {
    received: [],
    returned: [{ icon: CornerUpLeft, tone: "text-din", words: history.returned, detail }],
    endorsed: [{ icon: BadgeCheck, tone: "text-bai", words: history.endorsed, detail }],
  };
  return [
    ...decisions[review.state],
    {
      icon: Landmark,
      tone: "text-kram",
      words: history.received(version),
      detail: dateTime(receivedAt),
    },
    {
      icon: PencilLine,
      tone: "text-ink2",
      words: history.made,
      detail: `${dateTime(madeAt)} · ${by(authorName)}`,
    },
  ];
}
