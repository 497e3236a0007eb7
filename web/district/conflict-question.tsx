import type { FieldChoice } from "../../shared/choose-fields.ts";
import { Card } from "../components/card.tsx";
import { ChoiceCards } from "../components/choice-cards.tsx";
import { ProgressBar } from "../components/progress-bar.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { t } from "../i18n/language.ts";
import type { ConflictField } from "./conflict-fields.ts";
import { splitDifference } from "./text-difference.ts";

type ConflictQuestionProps = {
  field: ConflictField;
  /** "ช่องที่ 1 จาก 2" */
  place: string;
  choice: FieldChoice;
  onChoose: (choice: FieldChoice) => void;
  /** Who wrote it and when; theirs only where this tablet knows. */
  mineBy: string;
  theirsBy?: string;
};

/** One field, its versions side by side, one to keep. */
export function ConflictQuestion(props: ConflictQuestionProps) {
  const { field, place, choice, onChoose, mineBy, theirsBy } = props;
  const { conflict } = t();
  const third = field.longText
    ? { value: "both" as const, title: conflict.keepBoth, content: conflict.joinedInForm }
    : {
        value: "before" as const,
        title: conflict.before,
        content: <Version field={field} side="before" by={conflict.provinceSees} />,
      };
  return (
    <Card title={field.label} aside={place}>
      <ChoiceCards<FieldChoice>
        legend={field.label}
        hideLegend
        value={choice}
        onChange={onChoose}
        options={[
          {
            value: "mine",
            title: conflict.mine,
            content: <Version field={field} side="mine" by={mineBy} />,
          },
          {
            value: "theirs",
            title: conflict.theirs,
            content: <Version field={field} side="theirs" by={theirsBy} />,
          },
          third,
        ]}
      />
    </Card>
  );
}

type VersionProps = {
  field: ConflictField;
  side: "mine" | "theirs" | "before";
  by: string | undefined;
};

function Version({ field, side, by }: VersionProps) {
  const { percents } = field;
  return (
    <>
      {percents ? (
        <span>
          <span class="text-number">{percents[side]}</span> %
          <ProgressBar percent={percents[side]} size="large" />
        </span>
      ) : (
        <span class="whitespace-pre-line">
          <Text field={field} side={side} />
        </span>
      )}
      {by && <span class="text-ink2">{by}</span>}
    </>
  );
}

/** A long text with what the other side has otherwise marked in it. */
function Text({ field, side }: Omit<VersionProps, "by">) {
  const own = field[side];
  if (!field.longText || side === "before") return <ThaiText>{own}</ThaiText>;
  const other = side === "mine" ? field.theirs : field.mine;
  return (
    <>
      {splitDifference(own, other).map(({ text, differs }, at) =>
        differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  );
}
