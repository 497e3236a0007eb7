import { useId } from "preact/hooks";
import { RadioLabel } from "./radio-label.tsx";

type SegmentedProps<V extends string> = {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
};

/** Two to four views of the same thing, one at a time. Arrow keys move it. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class="sr-only">{label}</legend>
      {options.map((option) => (
        <RadioLabel
          key={option.value}
          class="segment"
          name={name}
          checked={option.value === value}
          onChoose={() => onChange(option.value)}
        >
          {option.label}
        </RadioLabel>
      ))}
    </fieldset>
  );
}
