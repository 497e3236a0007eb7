import { Check } from "lucide";
import { Icon } from "./icon.tsx";
import { ThaiText } from "./thai-text.tsx";

export type ManyOption = {
  value: string;
  label: string;
  /** Beside the label, quieter: names repeat, so an area shows its parent. */
  detail: string;
};

type OptionListProps = {
  id: string;
  label: string;
  /** As many as are shown. */
  options: readonly ManyOption[];
  chosen: readonly string[];
  /** Which of them the keyboard is at. */
  active: number;
  onlyOne: boolean;
  isOpen: boolean;
  onPick: (at: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The options below a combobox, which keeps the focus while one of them is chosen. */
export function OptionList({ id, label, options, chosen, active, ...list }: OptionListProps) {
  return (
    <div
      id={`${id}-list`}
      class="several-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable={!list.onlyOne}
      tabIndex={-1}
      hidden={!list.isOpen}
    >
      {options.map(({ value, label: name, detail }, at) => (
        <div
          key={value}
          id={`${id}-${at}`}
          class="several-option"
          role="option"
          aria-selected={chosen.includes(value)}
          data-active={at === active ? "" : undefined}
          tabIndex={-1}
          // Keeps the focus, and on a tablet the keyboard, with the search.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => list.onPick(at)}
          onKeyDown={list.onKeyDown}
        >
          <span class="several-mark">
            {chosen.includes(value) && <Icon node={Check} size={18} />}
          </span>
          <span class="min-w-0 flex-1">
            <ThaiText>{name}</ThaiText>
          </span>
          <span class="text-ink2">
            <ThaiText>{detail}</ThaiText>
          </span>
        </div>
      ))}
    </div>
  );
}
