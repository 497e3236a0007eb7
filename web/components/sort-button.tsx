import { ArrowDownUp } from "lucide";
import { Icon } from "./icon.tsx";

type SortButtonProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
};

/** How a list is sorted, by the device's own chooser; says so where it is not the first, usual way. */
export function SortButton({ label, options, value, onChange }: SortButtonProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <label class="btn relative flex-none">
      <Icon node={ArrowDownUp} size={20} />
      {chosen !== options[0] && <span class="max-sm:sr-only">{chosen?.label}</span>}
      <select
        class="over-all"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
