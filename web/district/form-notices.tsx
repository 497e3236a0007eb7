import { Clock3, CornerUpLeft, TriangleAlert } from "lucide";
import type { FieldProblem } from "../../shared/submission-rules.ts";
import { Notice } from "../components/notice.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { t } from "../i18n/language.ts";
import { focusFirstField } from "./form-field.tsx";
import { isPinnedTo, type PinView } from "./form-view.ts";

type FormNoticesProps = {
  pins: readonly PinView[];
  /** The fields of the form, by path: a comment on one of them stands beside it. */
  fields: readonly string[];
  nameOf: (path: string) => string;
  /** What keeps it from being sent, once sending was tried. */
  problems: ReadonlyMap<string, FieldProblem["code"]>;
  /** The same in words, at one field. */
  problemAt: (path: string) => string | undefined;
  refusal: string | undefined;
  isOnTopOfQueued: boolean;
};

/** Above the form: why it came back, why it does not go. */
export function FormNotices(props: FormNoticesProps) {
  const { pins, fields, nameOf, problems, problemAt, refusal, isOnTopOfQueued } = props;
  const { form } = t();
  const general = pins.filter((pin) => !fields.some((path) => isPinnedTo(pin, path)));
  if (pins.length + problems.size === 0 && !refusal && !isOnTopOfQueued) return null;
  return (
    <div class="report-notices">
      {isOnTopOfQueued && (
        <Notice tone="kram" icon={Clock3}>
          {form.onTopOfQueued}
        </Notice>
      )}
      {pins.length > 0 && (
        <Notice tone="din" icon={CornerUpLeft} title={form.returnedTitle(pins.length)}>
          {general.map(({ id, number, text }) => (
            <PinnedComment key={id} number={number} subject={form.commentOn} text={text} />
          ))}
        </Notice>
      )}
      {problems.size > 0 && (
        <div role="alert">
          <Notice tone="krang" icon={TriangleAlert} title={form.problemsTitle(problems.size)}>
            <ul>
              {[...problems.keys()].map((path) => (
                <li key={path}>
                  <button
                    type="button"
                    class="problem-link"
                    onClick={() => focusFirstField(new Set([path]))}
                  >
                    {nameOf(path)}
                    {": "}
                    {problemAt(path)}
                  </button>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {refusal && (
        <div role="alert">
          <Notice tone="krang" icon={TriangleAlert} title={refusal} />
        </div>
      )}
    </div>
  );
}
