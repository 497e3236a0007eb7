import { useState } from "preact/hooks";
import { MAX_ANSWER_LENGTH } from "../../shared/kept.ts";
import { Button } from "../components/button.tsx";
import { TextArea } from "../components/text-area.tsx";
import { keptWords } from "../i18n/kept-words.ts";
import { t } from "../i18n/language.ts";

type AnswerFormProps = { onSend: (note: string) => void; onCancel: () => void };

/** What the author of held work is told. */
export function AnswerForm({ onSend, onCancel }: AnswerFormProps) {
  const [typed, setTyped] = useState("");
  const words = keptWords();
  const note = typed.trim().slice(0, MAX_ANSWER_LENGTH);
  return (
    <>
      <TextArea
        label={words.answerLabel}
        hint={words.answerHint}
        value={typed}
        onInput={setTyped}
        required
      />
      <div class="conflict-foot">
        <Button onClick={onCancel}>{t().actions.cancel}</Button>
        <Button
          kind="primary"
          aria-disabled={note === ""}
          onClick={() => {
            if (note !== "") onSend(note);
          }}
        >
          {words.sendAnswer}
        </Button>
      </div>
    </>
  );
}
