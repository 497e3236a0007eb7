import { CircleCheck } from "lucide";
import { Card } from "../components/card.tsx";
import { Icon } from "../components/icon.tsx";
import { TurnRow } from "../components/turn-row.tsx";
import { formHrefIn } from "../form-href.ts";
import { dayMonth } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import { conflictAreas, conflictFields } from "./conflict-fields.ts";
import type { Turn } from "./due-work.ts";
import { refusalWords } from "./refusal-words.ts";
import { useAreaNameOf } from "./use-area-name-of.ts";

/** ถึงคิวท่าน: the only warm part of the screen. */
export function TurnList({ turns }: { turns: readonly Turn[] }) {
  const { home } = t();
  const nameOf = useAreaNameOf(
    turns.flatMap((turn) => (turn.kind === "conflict" ? conflictAreas(turn.settled) : [])),
  );
  return (
    <Card
      title={home.yourTurn}
      {...(turns.length > 0 ? { note: home.topics(turns.length) } : {})}
      flush
    >
      {turns.length === 0 && (
        <p class="nothing-waits">
          <Icon node={CircleCheck} size={28} class="text-bai" />
          <span>
            <b class="block">{home.nothingWaits}</b>
            <span class="text-ink2">{home.nothingWaitsDetail}</span>
          </span>
        </p>
      )}
      {turns.map((turn) => (
        <TurnRow
          key={turn.id}
          name={projectName(turn.assignment)}
          {...turnWords(turn, (code) => nameOf(code) ?? code)}
        />
      ))}
    </Card>
  );
}

function turnWords(turn: Turn, nameOf: (areaCode: string) => string) {
  const { home, errors, status } = t();
  switch (turn.kind) {
    case "returned": {
      const { at, byName, comments } = turn.submission.review;
      return {
        href: formHrefIn(turn.assignment, turn.id),
        status: "returned" as const,
        count: comments.length,
        source: [byName, at && dayMonth(at)].filter(Boolean).join(" · "),
        reason: comments[0]?.text ?? home.returnedWithoutWords,
      };
    }
    case "conflict":
      return {
        href: `/conflicts/${turn.id}`,
        status: "conflict" as const,
        source: home.twoTablets,
        reason: conflictFields(turn.settled, nameOf)
          .map(({ label, mine, theirs }) => home.either(label, mine, theirs))
          .slice(0, 1)
          .join(""),
      };
    case "held": {
      const { receipt } = turn.settled;
      return {
        href: `/conflicts/${turn.id}`,
        status: "needs-care" as const,
        source: dayMonth(turn.settled.settledAt),
        reason: receipt.outcome === "held" ? errors.held[receipt.reason] : status["needs-care"],
      };
    }
    case "files":
      return {
        href: formHrefIn(turn.assignment, turn.id),
        status: "needs-care" as const,
        source: home.files(turn.files.length),
        reason: turn.files.map((file) => `${file.name} ${refusalWords(file)}`).join(" · "),
      };
  }
}
