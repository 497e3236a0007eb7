import { TriangleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

/** What every field can be told. */
export type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was typed; stands under the field until it is right. */
  error?: string | undefined;
  required?: boolean | undefined;
};

/** Attributes that tie a control to its label, hint and error. */
export type ControlAttributes = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
  "aria-required": boolean;
};

type FieldFrameProps = FieldProps & {
  /** The label is read out but not shown, where the surroundings say it. */
  hideLabel?: boolean;
  children: (control: ControlAttributes) => ComponentChildren;
};

/** Label above, control, then hint and error below. */
export function Field({ label, hint, error, required, hideLabel, children }: FieldFrameProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="min-w-0">
      <label for={id} class={hideLabel ? "sr-only" : "field-label"}>
        {label}
        {required && (
          <span class="required" title={t().form.required} aria-hidden="true">
            {" *"}
          </span>
        )}
      </label>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": Boolean(error),
        "aria-required": Boolean(required),
      })}
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} class={error ? "field-error" : "sr-only"} aria-live="polite">
        {error && <Icon node={TriangleAlert} size={20} />}
        {error}
      </p>
    </div>
  );
}
