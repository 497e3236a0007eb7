import { useId } from "preact/hooks";
import type { FiscalYear } from "../../shared/fiscal-year.ts";
import { t } from "../i18n/language.ts";
import { RadioLabel } from "./radio-label.tsx";

type FiscalYearPickerProps = {
  /** Newest first (R2). */
  years: readonly FiscalYear[];
  /** The year of today; the others are read-only (R3). */
  currentYear: FiscalYear;
  selected: FiscalYear;
  onSelect: (year: FiscalYear) => void;
};

/** "เลือกปีงบประมาณปัจจุบัน": one entry for each year, the chosen one by its full name. */
export function FiscalYearPicker(props: FiscalYearPickerProps) {
  const { years, currentYear, selected, onSelect } = props;
  const name = useId();
  const { signIn, app } = t();
  return (
    <fieldset class="min-w-0">
      <legend class="mb-2 text-form">{signIn.chooseYear}</legend>
      <div class="year-picker">
        {years.map((year) => (
          <RadioLabel
            key={year}
            class="year"
            name={name}
            // R2: each entry is called by its full name, also where only the year is seen.
            label={[app.programme(year), year === currentYear && signIn.thisYear]
              .filter(Boolean)
              .join(" ")}
            checked={year === selected}
            onChoose={() => onSelect(year)}
          >
            <span class="year-short">{year}</span>
            <span class="year-long">
              <b class="block text-title">{signIn.year(year)}</b>
              {app.programme(year)}
            </span>
            {year === currentYear && <span class="year-now">{signIn.thisYear}</span>}
          </RadioLabel>
        ))}
      </div>
      <p class="mt-2 text-ink2">{signIn.olderYears}</p>
    </fieldset>
  );
}
