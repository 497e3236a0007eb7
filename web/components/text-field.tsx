import type { IconNode } from "lucide";
import type { TargetedEvent } from "preact";
import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";

type TextFieldProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  hideLabel?: boolean;
  icon?: IconNode;
  /** Stands behind what is typed: คน, บาท. */
  unit?: string;
  alignRight?: boolean;
  /** Typed unseen, as a password. */
  secret?: boolean;
  inputMode?: "text" | "numeric" | "decimal" | "tel" | "email";
  autocomplete?: string;
  placeholder?: string;
  readOnly?: boolean;
  maxLength?: number;
  name?: string;
  onBlur?: () => void;
};

/** One line of text. What is typed is handed on as it is: the form decides what it means. */
export function TextField({
  label,
  hint,
  error,
  required,
  hideLabel = false,
  value,
  onInput,
  icon,
  unit,
  alignRight = false,
  secret = false,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} hideLabel={hideLabel}>
      {(control) => {
        const attributes = {
          ...rest,
          ...control,
          class: alignRight ? "min-w-0 grow text-right" : "min-w-0 grow",
          value,
          onInput: (event: TargetedEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
        };
        return (
          <span class="input">
            {icon && <Icon node={icon} size={20} class="text-ink3" />}
            {secret ? (
              <input type="password" {...attributes} />
            ) : (
              <input type="text" {...attributes} />
            )}
            {unit && <span class="text-ink2">{unit}</span>}
          </span>
        );
      }}
    </Field>
  );
}
