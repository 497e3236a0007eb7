import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { RadioLabel } from "./radio-label.tsx";

type FilterChipsProps<V extends string> = {
  label: string;
  options: readonly { value: V; label: string; count: number; icon?: ComponentChildren }[];
  value: V;
  onChange: (value: V) => void;
};

/** Narrows a list; each chip says how many it leaves. Scrolls sideways where there are many. */
export function FilterChips<V extends string>({
  label,
  options,
  value,
  onChange,
}: FilterChipsProps<V>) {
  const name = useId();
  return (
    <fieldset class="min-w-0">
      <legend class="sr-only">{label}</legend>
      <div class="filter-chips">
        {options.map((option) => (
          <RadioLabel
            key={option.value}
            class="filter-chip"
            name={name}
            checked={option.value === value}
            onChoose={() => onChange(option.value)}
          >
            {option.icon}
            <span>{option.label}</span>
            <span class="count">{option.count}</span>
          </RadioLabel>
        ))}
      </div>
    </fieldset>
  );
}
