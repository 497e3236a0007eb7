import { Field, type FieldProps } from "./field.tsx";

type TextAreaProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  hideLabel?: boolean;
  readOnly?: boolean;
};

/** Longer text. Grows with what is typed where the browser can; else it scrolls and can be pulled. */
export function TextArea({
  label,
  hint,
  error,
  required,
  hideLabel = false,
  value,
  onInput,
  placeholder,
  readOnly = false,
}: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} hideLabel={hideLabel}>
      {(control) => (
        <textarea
          {...control}
          class="textarea"
          rows={4}
          value={value}
          placeholder={placeholder}
          readOnly={readOnly}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
