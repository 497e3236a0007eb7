import { useId } from "preact/hooks";
import { RadioLabel } from "../components/radio-label.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { provinceWords } from "../i18n/province-words.ts";
import type { ReportedPart } from "./reported-parts.ts";

type PartFilterProps = {
  parts: readonly ReportedPart[];
  /** Code of the part chosen; empty for all. */
  value: string;
  onChange: (code: string) => void;
};

/** How far each district has come, and at the same time which one the list shows. */
export function PartFilter({ parts, value, onChange }: PartFilterProps) {
  const name = useId();
  const province = provinceWords();
  const sum = (key: "assigned" | "reported" | "endorsed") =>
    parts.reduce((total, part) => total + part[key], 0);
  const all = {
    code: "",
    name: province.everywhere,
    assigned: sum("assigned"),
    reported: sum("reported"),
    endorsed: sum("endorsed"),
  };
  return (
    <fieldset class="part-filter">
      <legend class="sr-only">{province.byPart}</legend>
      {[all, ...parts].map((part) => (
        <RadioLabel
          key={part.code}
          class="part"
          name={name}
          checked={part.code === value}
          onChoose={() => onChange(part.code)}
        >
          <span class="part-name">
            <ThaiText>{part.name}</ThaiText>
          </span>
          <span class="sr-only">{province.reportedOf(part.reported, part.assigned)}</span>
          <span class="part-count" aria-hidden="true">
            <b>{part.reported}</b>/{part.assigned}
          </span>
          <PartBar part={part} />
        </RadioLabel>
      ))}
    </fieldset>
  );
}

/** Endorsed, then received, out of all that was assigned. */
function PartBar({ part: { assigned, reported, endorsed } }: { part: ReportedPart }) {
  const width = (count: number) => ({ width: `${assigned === 0 ? 0 : (100 * count) / assigned}%` });
  return (
    <span class="part-bar" aria-hidden="true">
      <span class="part-bar-endorsed" style={width(endorsed)} />
      <span class="part-bar-received" style={width(reported - endorsed)} />
    </span>
  );
}
