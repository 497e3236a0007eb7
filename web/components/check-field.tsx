import type { ComponentChildren } from "preact";

type CheckFieldProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ComponentChildren;
};

/** A box to tick; its words are part of the target. */
export function CheckField({ checked, onChange, children }: CheckFieldProps) {
  return (
    <label class="flex min-h-12 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        class="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
