import type { ComponentChildren } from "preact";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { t } from "../i18n/language.ts";
import { type FormView, isPinnedTo } from "./form-view.ts";

type FormFieldProps = {
  view: Pick<FormView, "pins">;
  path: string;
  /** The comments stand among the children, beside the part that each is about. */
  showsPins?: boolean;
  children: ComponentChildren;
};

/** A field with what the province said about it; found by its path when something is wrong. */
export function FormField({ view, path, showsPins = false, children }: FormFieldProps) {
  return (
    <div data-field={path}>
      {children}
      {!showsPins && <FieldPins view={view} path={path} />}
    </div>
  );
}

type FieldPinsProps = Pick<FormFieldProps, "view" | "path"> & {
  /** What a comment is about, where that is a part of the field. */
  subjectOf?: (field: string) => string;
};

/** What the province said about a field, or about parts of it. */
export function FieldPins({ view, path, subjectOf }: FieldPinsProps) {
  const pins = view.pins.filter((pin) => isPinnedTo(pin, path));
  return (
    <>
      {pins.map(({ id, number, field, text }) => (
        <div key={id} id={pinId(number)} tabIndex={-1} class="mt-2">
          <PinnedComment
            number={number}
            subject={subjectOf?.(field) ?? t().form.commentOn}
            text={text}
          />
        </div>
      ))}
    </>
  );
}

/** Names a comment's place on the page, for links to it: "/reports/…#pin-2". */
export function pinId(number: number): string {
  return `pin-${number}`;
}

/** Brings a comment, and with it what it is about, into view; the reader's focus goes with it. */
export function goToPin(id: string): void {
  const pin = document.getElementById(id);
  pin?.scrollIntoView({ block: "center", behavior: "instant" });
  pin?.focus({ preventScroll: true });
}

/** Brings the first of some fields, in the order of the form, into view and the focus into it. */
export function focusFirstField(paths: ReadonlySet<string>): void {
  const fields = document.querySelectorAll<HTMLElement>("[data-field]");
  for (const field of fields) {
    if (!paths.has(field.dataset.field ?? "")) continue;
    field.scrollIntoView({ block: "center" });
    const marked = field.querySelector<HTMLElement>('[aria-invalid="true"]:not([disabled])');
    const control = marked ?? field.querySelector<HTMLElement>("input:not([disabled]), textarea");
    control?.focus({ preventScroll: true });
    return;
  }
}
