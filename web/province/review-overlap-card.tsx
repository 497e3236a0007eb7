import { Check, TriangleAlert } from "lucide";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { t } from "../i18n/language.ts";
import { reviewingWords } from "../i18n/reviewing-words.ts";
import type { OverlapRow } from "./review-overlap.ts";

type ReviewOverlapCardProps = { rows: readonly OverlapRow[]; onGoOn: () => void };

/** Somebody else's act met this review: before, theirs and mine, and nothing is sent until it was read. */
export function ReviewOverlapCard({ rows, onGoOn }: ReviewOverlapCardProps) {
  const words = reviewingWords();
  const { conflict } = t();
  return (
    <section class="review-overlap" role="alert">
      <h4>
        <Icon node={TriangleAlert} size={22} class="text-din" />
        {words.overlapTitle}
      </h4>
      <p class="text-ink2">{words.overlapDetail}</p>
      {rows.map(({ label, before, theirs, mine }) => (
        <div class="review-overlap-row" key={`${label} ${before} ${theirs}`}>
          <h5>
            <ThaiText>{label}</ThaiText>
          </h5>
          <dl>
            <Side name={conflict.before} said={before} />
            <Side name={conflict.theirs} said={theirs} />
            <Side name={conflict.mine} said={mine} />
          </dl>
        </div>
      ))}
      <Button icon={Check} onClick={onGoOn}>
        {words.goOn}
      </Button>
    </section>
  );
}

function Side({ name, said }: { name: string; said: string }) {
  if (said === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ThaiText>{said}</ThaiText>
      </dd>
    </div>
  );
}
