import { Clock3, CornerUpLeft, TriangleAlert } from "lucide";
import type { FieldProblem } from "../../shared/submission-rules.ts";
import { Notice } from "../components/notice.tsx";
import { Pin } from "../components/pin.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { t } from "../i18n/language.ts";
import { focusFirstField, goToPin, pinId } from "./form-field.tsx";
import { isPinnedTo, type PinView } from "./form-view.ts";

type FormNoticesProps = {
  pins: readonly PinView[];
  /** The fields of the form, by path: a comment on one of them stands beside it. */
  fields: readonly string[];
  nameOf: (path: string) => string;
  /** What a comment is about, in words. */
  subjectOf: (field: string) => string;
  /** What keeps it from being sent, once sending was tried. */
  problems: ReadonlyMap<string, FieldProblem["code"]>;
  /** The same in words, at one field. */
  problemAt: (path: string) => string | undefined;
  refusal: string | undefined;
  isOnTopOfQueued: boolean;
};

/** Above the form: why it came back, why it does not go. */
export function FormNotices(props: FormNoticesProps) {
  const { pins, fields, nameOf, subjectOf, problems, problemAt, refusal, isOnTopOfQueued } = props;
  const { form } = t();
  const isPlaced = (pin: PinView) => fields.some((path) => isPinnedTo(pin, path));
  const [placed, general] = [pins.filter(isPlaced), pins.filter((pin) => !isPlaced(pin))];
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
            <div key={id} id={pinId(number)} tabIndex={-1}>
              <PinnedComment number={number} subject={form.commentOn} text={text} />
            </div>
          ))}
          <ul>
            {placed.map(({ id, number, field, text }) => (
              <li key={id}>
                <button
                  type="button"
                  class="problem-link flex items-center gap-2"
                  onClick={() => goToPin(pinId(number))}
                >
                  <Pin number={number} />
                  <span>
                    {subjectOf(field)}
                    {": "}
                    <ThaiText>{text}</ThaiText>
                  </span>
                </button>
              </li>
            ))}
          </ul>
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
