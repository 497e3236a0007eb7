import { Minus, Plus } from "lucide";
import { count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { IconButton } from "./button.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { type TypedTextProps, useTypedValue } from "./typed-value.ts";

type StepperFieldProps = FieldProps &
  TypedTextProps & {
    /** null while nothing was entered: that is not the same as 0. */
    value: number | null;
    onChange: (value: number | null) => void;
    /** Behind the number: คน. */
    unit?: string;
    min?: number;
    max?: number;
    decimals?: number;
    readOnly?: boolean;
  };

/** A count with − and + beside it. Takes Thai digits; what is no number stays in the field, marked. */
export function StepperField({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  unit,
  min = 0,
  max = 1_000_000_000,
  decimals = 0,
  readOnly = false,
  typed,
  onTyped,
}: StepperFieldProps) {
  const field = useTypedValue({ value, min, max, decimals, onChange, typed, onTyped });
  const { fields, actions } = t();
  const problem = {
    "not-a-number": decimals > 0 ? fields.decimalsOnly(decimals) : fields.numbersOnly,
    "out-of-range": min > 0 ? fields.between(min, max) : fields.atMost(count(max)),
  };
  const stepTo = (next: number) => {
    field.reset();
    onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <Field
      label={label}
      hint={hint}
      error={field.problem ? problem[field.problem] : error}
      required={required}
    >
      {(control) => (
        <div class="stepper flex items-center gap-3">
          <IconButton
            icon={Minus}
            label={actions.decrease(label)}
            disabled={readOnly || (value ?? 0) <= min}
            onClick={() => stepTo((value ?? 0) - 1)}
          />
          <input
            {...control}
            class="input number-input min-w-0"
            type="text"
            inputMode={decimals > 0 ? "decimal" : "numeric"}
            autocomplete="off"
            readOnly={readOnly}
            value={field.text}
            onInput={(event) => field.type(event.currentTarget.value)}
            onBlur={field.settle}
          />
          <IconButton
            icon={Plus}
            label={actions.increase(label)}
            disabled={readOnly || (value ?? 0) >= max}
            onClick={() => stepTo((value ?? min) + 1)}
          />
          {unit && <span class="shrink-0 text-row">{unit}</span>}
        </div>
      )}
    </Field>
  );
}
