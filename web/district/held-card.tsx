import { useSignal } from "@preact/signals";
import { MessageSquare } from "lucide";
import { useLocation } from "preact-iso";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { markHandled } from "../db/care.ts";
import type { SettledRow } from "../db/rows.ts";
import { fieldLabel } from "../field-label.ts";
import { formHrefIn } from "../form-href.ts";
import { dateTime } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { type AnswerProblem, answer } from "./answer.ts";
import { AnswerNotice } from "./answer-notice.tsx";

/** A report the province keeps but cannot take: why, which fields, and the way back into the form. */
export function HeldCard({ row }: { row: SettledRow }) {
  const services = useServices();
  const { route } = useLocation();
  const leaving = useSignal(false);
  const problem = useSignal<AnswerProblem | undefined>(undefined);
  const { conflict, errors } = t();
  const { receipt, assignment, mutation } = row;
  const { mutationId } = row;
  const said = useLive(
    () => services.db.keptAnswers.where("id").equals(mutationId).first(),
    [services.db, mutationId],
    undefined,
  ).value;
  if (receipt.outcome !== "held") return null;
  const fields = [...new Set(receipt.fields ?? [])].map((path) => fieldLabel(path, assignment));
  const form = formHrefIn(assignment, row.submissionId);

  const correct = async () => {
    const answered = await answer(services, row, { submit: false });
    if (answered === "in-form") route(form);
    else if (answered !== "submitted" && answered !== "gone") problem.value = answered;
  };
  const leave = async () => {
    leaving.value = false;
    const marked = await markHandled(services.db, row.mutationId);
    problem.value = marked.ok ? undefined : marked.error.kind;
  };

  return (
    <div class="conflict">
      <header>
        <p class="flex flex-wrap items-center gap-x-3">
          <StatusChip status="needs-care" />
          <ThaiText>{projectName(assignment)}</ThaiText>
        </p>
        <h1 class="text-page">{conflict.heldTitle}</h1>
        <p class="text-ink2">{conflict.heldDetail}</p>
      </header>
      <Card title={errors.held[receipt.reason]} aside={dateTime(mutation.madeAt)}>
        {said?.state === "answered" && (
          <Notice tone="kram" icon={MessageSquare} title={conflict.provinceAnswered(said.byName)}>
            {said.note}
          </Notice>
        )}
        {fields.length > 0 && (
          <>
            <p class="text-ink2">{conflict.heldFields}</p>
            <ul class="plain-list">
              {[...new Set(fields)].map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </>
        )}
        <div class="conflict-foot">
          <Button
            onClick={() => {
              leaving.value = true;
            }}
          >
            {conflict.leaveIt}
          </Button>
          {mutation.body !== null && (
            <Button kind="primary" onClick={() => void correct()}>
              {conflict.correctInForm}
            </Button>
          )}
        </div>
      </Card>
      {problem.value && <AnswerNotice problem={problem.value} form={form} />}
      <ConfirmDialog
        open={leaving.value}
        title={conflict.leaveIt}
        detail={conflict.leaveItDetail}
        onConfirm={() => void leave()}
        onCancel={() => {
          leaving.value = false;
        }}
      />
    </div>
  );
}
