import { X } from "lucide";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";
import { ThaiText } from "./thai-text.tsx";

type ChosenChipsProps = {
  /** Of the field they were chosen in. */
  label: string;
  chosen: readonly string[];
  nameOf: (value: string) => string;
  /** Absent where nothing can be changed. */
  onRemove: ((value: string) => void) | undefined;
};

/** What was chosen, a chip each, to be taken out again. */
export function ChosenChips({ label, chosen, nameOf, onRemove }: ChosenChipsProps) {
  const words = t().fields.several;
  return (
    <ul class="chips" aria-label={words.chosen(label)}>
      {chosen.map((value) => (
        <li key={value} class="chip">
          <ThaiText>{nameOf(value)}</ThaiText>
          {onRemove && (
            <button
              type="button"
              class="clear-button"
              aria-label={words.remove(nameOf(value))}
              onClick={() => onRemove(value)}
            >
              <Icon node={X} size={20} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
