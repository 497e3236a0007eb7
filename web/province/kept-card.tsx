import { TriangleAlert } from "lucide";
import { useState } from "preact/hooks";
import type { KeptWork } from "../../shared/kept.ts";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { TextField } from "../components/text-field.tsx";
import { fieldLabel } from "../field-label.ts";
import { dateTime } from "../i18n/format.ts";
import { keptWords } from "../i18n/kept-words.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { AnswerForm } from "./answer-form.tsx";
import { repairBody, repairFields } from "./repair-body.ts";
import { useDecide } from "./use-decide.ts";

type KeptCardProps = { work: KeptWork; onDecided: (said: string) => void };

/** One piece of held work: its reason, the fields to put right, and the two ways out. */
export function KeptCard({ work, onDecided }: KeptCardProps) {
  const { db } = useServices();
  const { assignmentId, receipt, attachments, body } = work;
  const assignment = useLive(
    () => db.assignments.where("id").equals(assignmentId).first(),
    [db, assignmentId],
    undefined,
  ).value;
  const failing = receipt.outcome === "held" ? (receipt.fields ?? []) : [];
  const [fields, setFields] = useState(() => repairFields(body, failing));
  const [mode, setMode] = useState<"read" | "answer" | "release">("read");
  const { problem, release, answer } = useDecide(work, onDecided);
  const words = keptWords();
  const labelOf = (path: string) => (assignment ? fieldLabel(path, assignment) : path);
  const elsewhere = failing.filter((path) => !fields.some((field) => field.path === path));

  return (
    <Card
      title={assignment ? projectName(assignment) : words[work.kind]}
      note={assignment ? words[work.kind] : undefined}
      aside={words.by(
        work.authorName ?? words.unknownAuthor,
        work.officeName ?? "",
        dateTime(work.madeAt),
      )}
    >
      <div class="grid gap-3">
        <Notice tone="krang" icon={TriangleAlert} title={reasonOf(work)}>
          {work.fromRevokedTablet && <p>{words.revokedTablet}</p>}
          {work.isOutdated && <p>{words.outdated}</p>}
        </Notice>
        <KeptText body={body} />
        {attachments.length > 0 && <p class="text-ink2">{words.photos(attachments.length)}</p>}
        {fields.length > 0 && <p class="text-ink2">{words.fields}</p>}
        {fields.map(({ path, text }) => (
          <TextField
            key={path}
            label={labelOf(path)}
            hint={words.emptyRemoves}
            value={text}
            onInput={(typed) =>
              setFields(fields.map((one) => (one.path === path ? { path, text: typed } : one)))
            }
          />
        ))}
        {elsewhere.map((path) => (
          <p key={path}>{words.notEditable(labelOf(path))}</p>
        ))}
        <div role="alert">
          {problem && <Notice tone="krang" icon={TriangleAlert} title={problem} />}
        </div>
        {mode === "answer" ? (
          <AnswerForm onSend={(note) => void answer(note)} onCancel={() => setMode("read")} />
        ) : (
          <div class="conflict-foot">
            <Button onClick={() => setMode("answer")}>{words.answer}</Button>
            <Button kind="primary" onClick={() => setMode("release")}>
              {words.release}
            </Button>
          </div>
        )}
      </div>
      <ConfirmDialog
        open={mode === "release"}
        title={words.releaseTitle}
        detail={words.releaseDetail}
        onConfirm={() => {
          setMode("read");
          void release(repairBody(body, fields));
        }}
        onCancel={() => setMode("read")}
      />
    </Card>
  );
}

/** The words somebody wrote, whatever form they are of. */
function KeptText({ body }: { body: unknown }) {
  const texts = textsIn(body);
  if (texts.length === 0) return null;
  return (
    <>
      <p class="text-ink2">{keptWords().content}</p>
      {texts.map((text) => (
        <p key={text} class="whitespace-pre-wrap">
          {text}
        </p>
      ))}
    </>
  );
}

const WORDY = ["successPoints", "venue", "targetGroup", "result"] as const;

function textsIn(body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  const entries = new Map<string, unknown>(Object.entries(body));
  return WORDY.flatMap((name) => {
    const text = entries.get(name);
    return typeof text === "string" && text !== "" ? [text] : [];
  });
}

function reasonOf({ receipt }: KeptWork): string {
  const words = keptWords();
  if (receipt.outcome === "held") return t().errors.held[receipt.reason];
  if (receipt.outcome !== "waiting") return words.stillConflict;
  return "version" in receipt.for ? words.waitsForVersion(receipt.for.version) : words.waitsForEdit;
}
