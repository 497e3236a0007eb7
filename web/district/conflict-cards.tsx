import { useSignal } from "@preact/signals";
import { Check } from "lucide";
import { useLocation } from "preact-iso";
import { chooseFields, type FieldChoice, mergedByItself } from "../../shared/choose-fields.ts";
import { must } from "../../shared/invariant.ts";
import { Button } from "../components/button.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Icon } from "../components/icon.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import type { SettledRow } from "../db/rows.ts";
import { newestMirrored } from "../db/submissions.ts";
import { formHrefIn } from "../form-href.ts";
import { dateTime } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { type AnswerProblem, answer } from "./answer.ts";
import { AnswerNotice } from "./answer-notice.tsx";
import { conflictAreas, conflictFields, sidesOf } from "./conflict-fields.ts";
import { ConflictQuestion } from "./conflict-question.tsx";
import { useAreaNameOf } from "./use-area-name-of.ts";

type ConflictCardsProps = {
  row: SettledRow;
  /** The answer is in the outbox; the conflict is none any more. */
  onSubmitted: () => void;
};

/** One question a field: mine, the other tablet's, or as it was. Nothing is lost by any answer. */
export function ConflictCards({ row, onSubmitted }: ConflictCardsProps) {
  const services = useServices();
  const { db } = services;
  const { route } = useLocation();
  const choices = useSignal<ReadonlyMap<string, FieldChoice>>(new Map());
  const isConfirming = useSignal(false);
  const problem = useSignal<AnswerProblem | undefined>(undefined);
  const theirs = useLive(() => newestMirrored(db, row.submissionId), [db, row], undefined).value;
  const people = useLive(() => db.people.get(row.authorId), [db, row], undefined).value;
  const nameOf = useAreaNameOf(conflictAreas(row));
  const { conflict } = t();

  const fields = conflictFields(row, (code) => nameOf(code) ?? code);
  const sides = must(sidesOf(row), "the row is a conflict");
  const { kind } = row.mutation;
  const form = formHrefIn(row.assignment, row.submissionId);
  const joins = fields.some(({ path }) => choices.value.get(path) === "both");
  const alone = mergedByItself(kind, sides);

  const finish = async (submit: boolean) => {
    isConfirming.value = false;
    problem.value = undefined;
    const chosen = chooseFields(kind, sides, choices.value);
    const answered = await answer(services, row, { chosen, submit });
    if (answered === "submitted") onSubmitted();
    else if (answered === "in-form") route(form);
    else if (answered !== "gone") problem.value = answered;
  };

  return (
    <div class="conflict">
      <header>
        <p class="flex flex-wrap items-center gap-x-3">
          <StatusChip status="conflict" />
          <ThaiText>{projectName(row.assignment)}</ThaiText>
        </p>
        <h1 class="text-page">{conflict.title}</h1>
        <p class="text-ink2">{conflict.nothingLost}</p>
      </header>
      {fields.map((field, at) => (
        <ConflictQuestion
          key={field.path}
          field={field}
          place={conflict.field(at + 1, fields.length)}
          choice={choices.value.get(field.path) ?? "mine"}
          onChoose={(choice) => {
            choices.value = new Map(choices.value).set(field.path, choice);
          }}
          mineBy={conflict.writtenAt(people?.displayName ?? "", dateTime(row.mutation.madeAt))}
          {...(theirs &&
          row.receipt.outcome === "conflict" &&
          theirs.version === row.receipt.current.version
            ? { theirsBy: conflict.writtenAt(theirs.authorName, dateTime(theirs.receivedAt)) }
            : {})}
        />
      ))}
      {problem.value && <AnswerNotice problem={problem.value} form={form} />}
      <footer class="conflict-foot">
        {alone > 0 && (
          <p class="flex items-center gap-2 text-ink2">
            <Icon node={Check} size={22} class="text-bai" />
            {conflict.mergedAlready(alone)}
          </p>
        )}
        <Button
          kind="primary"
          onClick={() => {
            if (joins) void finish(false);
            else isConfirming.value = true;
          }}
        >
          {joins ? conflict.openInForm : conflict.useChosen}
        </Button>
      </footer>
      <ConfirmDialog
        open={isConfirming.value}
        title={conflict.confirmTitle}
        facts={fields.map(({ path, label, mine, theirs: other, before }) => {
          const chosen = choices.value.get(path) ?? "mine";
          return { label, value: { mine, theirs: other, before, both: "" }[chosen] };
        })}
        onConfirm={() => void finish(true)}
        onCancel={() => {
          isConfirming.value = false;
        }}
      />
    </div>
  );
}
