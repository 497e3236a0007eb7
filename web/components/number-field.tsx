import { count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { FieldProps } from "./field.tsx";
import { TextField } from "./text-field.tsx";
import { type TypedTextProps, useTypedValue } from "./typed-value.ts";

type NumberFieldProps = FieldProps &
  TypedTextProps & {
    /** null while nothing was entered: that is not the same as 0. */
    value: number | null;
    onChange: (value: number | null) => void;
    unit: string;
    max: number;
    readOnly?: boolean;
  };

/** A count that is typed. Takes Thai digits; what is no number stays in the field, marked. */
export function NumberField(props: NumberFieldProps) {
  const { label, error, required, value, onChange, unit, max, readOnly = false } = props;
  const { typed, onTyped } = props;
  const field = useTypedValue({ value, min: 0, max, onChange, typed, onTyped });
  const { fields } = t();
  const problem = { "not-a-number": fields.numbersOnly, "out-of-range": fields.atMost(count(max)) };
  return (
    <TextField
      label={label}
      error={field.problem ? problem[field.problem] : error}
      required={required}
      value={field.text}
      onInput={field.type}
      onBlur={field.settle}
      unit={unit}
      alignRight
      inputMode="numeric"
      autocomplete="off"
      readOnly={readOnly}
    />
  );
}
