import { t } from "../i18n/language.ts";
import { Field, type FieldProps } from "./field.tsx";

type SelectFieldProps = FieldProps & {
  options: readonly { value: string; label: string }[];
  /** Empty while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  hideLabel?: boolean;
  disabled?: boolean;
};

/** One of a list, by the device's own chooser. */
export function SelectField({
  label,
  hint,
  error,
  required,
  hideLabel = false,
  options,
  value,
  onChange,
  disabled = false,
}: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} hideLabel={hideLabel}>
      {(control) => (
        <select
          {...control}
          class="select"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {value === "" && <option value="">{t().fields.choose}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
