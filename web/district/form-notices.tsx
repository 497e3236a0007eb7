import { Clock3, CornerUpLeft, TriangleAlert } from "lucide";
import type { FieldProblem } from "../../shared/submission-rules.ts";
import { commentSubject } from "../comment-subject.ts";
import { Notice } from "../components/notice.tsx";
import { Pin } from "../components/pin.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { t } from "../i18n/language.ts";
import { focusFirstField, goToPin, pinId } from "./form-field.tsx";
import { type FormView, isPinnedTo, type PinView } from "./form-view.ts";
import { fieldName } from "./report-problems.ts";

type FormNoticesProps = {
  view: FormView;
  /** What keeps it from being sent, once sending was tried. */
  problems: ReadonlyMap<string, FieldProblem["code"]>;
  refusal: string | undefined;
  isOnTopOfQueued: boolean;
};

/** Above the form: why it came back, why it does not go. */
export function FormNotices({ view, problems, refusal, isOnTopOfQueued }: FormNoticesProps) {
  const { form } = t();
  const { pins } = view;
  const [placed, general] = [
    pins.filter((pin) => hasField(view, pin)),
    pins.filter((pin) => !hasField(view, pin)),
  ];
  const attached = view.confirmed?.attachments ?? [];
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
                    {commentSubject(field, view.assignment, attached)}
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
                    {fieldName(path, view.assignment)}
                    {": "}
                    {view.problemAt(path)}
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

/** Whether the form shows the comment beside what it is about. */
function hasField({ assignment }: FormView, pin: PinView): boolean {
  const paths = [
    ...assignment.outputs.map(({ id }) => `outputs.${id}`),
    ...assignment.project.steps.map(({ id }) => `steps.${id}`),
    "successPoints",
    "areaCodes",
    "attachments",
    "activity.from",
    "activity.to",
  ];
  return paths.some((path) => isPinnedTo(pin, path));
}
