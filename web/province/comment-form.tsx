import { useState } from "preact/hooks";
import { MAX_COMMENT_LENGTH } from "../../shared/review.ts";
import { commentSubject } from "../comment-subject.ts";
import { Button } from "../components/button.tsx";
import { SelectField } from "../components/select-field.tsx";
import { TextArea } from "../components/text-area.tsx";
import type { ReceivedReport } from "../db/received-report.ts";
import { t } from "../i18n/language.ts";
import { reviewingWords } from "../i18n/reviewing-words.ts";

type CommentFormProps = Pick<ReceivedReport, "assignment" | "report"> & {
  onAdd: (comment: { field: string; text: string }) => void;
  onCancel: () => void;
};

/** One comment: what it is pinned to, and what it says. */
export function CommentForm({ assignment, report, onAdd, onCancel }: CommentFormProps) {
  const [field, setField] = useState(WHOLE);
  const [text, setText] = useState("");
  const words = reviewingWords();
  const said = text.trim();
  return (
    <form
      class="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== "") onAdd({ field: field === WHOLE ? "" : field, text: said });
      }}
    >
      <SelectField
        label={words.where}
        value={field}
        onChange={setField}
        options={spotsOf(assignment, report).map((spot) => ({
          value: spot,
          label: commentSubject(spot, assignment, report.attachments),
        }))}
      />
      <TextArea
        label={words.text}
        value={text}
        onInput={(entered) => setText(entered.slice(0, MAX_COMMENT_LENGTH))}
      />
      <div class="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" disabled={said === ""}>
          {words.pin}
        </Button>
        <Button onClick={onCancel}>{t().actions.cancel}</Button>
      </div>
    </form>
  );
}

/** A select takes "" for nothing chosen. */
const WHOLE = "report";

/** Everything that a comment can be pinned to. */
function spotsOf(
  { outputs, project }: ReceivedReport["assignment"],
  { attachments }: ReceivedReport["report"],
): string[] {
  return [
    WHOLE,
    ...outputs.map(({ id }) => `outputs.${id}`),
    ...project.steps.map(({ id }) => `steps.${id}`),
    "successPoints",
    ...attachments.map(({ sha256 }) => sha256),
    "areaCodes",
    "activity",
  ];
}
