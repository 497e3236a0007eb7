import type { TypedValue } from "./typed-value.ts";

type StepValueProps = {
  label: string;
  describedBy: string;
  readOnly: boolean;
  field: TypedValue;
};

/** The percent at the end of a slider: a number that can be typed into. */
export function StepValue({ label, describedBy, readOnly, field }: StepValueProps) {
  return (
    <span class="relative -ml-2 flex items-center">
      <input
        class="step-value"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        readOnly={readOnly}
        aria-label={label}
        aria-invalid={field.problem !== undefined}
        aria-describedby={describedBy}
        value={field.text}
        onInput={(event) => field.type(event.currentTarget.value)}
        onBlur={field.settle}
      />
      <span class="pointer-events-none absolute right-1 text-ink2" aria-hidden="true">
        %
      </span>
    </span>
  );
}
