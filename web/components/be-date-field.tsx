import { CalendarDays, TriangleAlert } from "lucide";
import { useId, useState } from "preact/hooks";
import type { IsoDate } from "../../shared/scalars.ts";
import { monthNames } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { BeCalendar } from "./be-calendar.tsx";
import {
  type BeDateParts,
  dateProblem,
  joinParts,
  partsOfDate,
  readParts,
  splitParts,
  spreadOut,
  suggestedDate,
} from "./be-date-text.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

type BeDateFieldProps = {
  label: string;
  /** What stands in the three parts, as `joinParts` makes it: "14/3/2567". */
  text: string;
  onText: (text: string) => void;
  /** The form's word on it; what the field itself finds wrong comes first. */
  error?: string | undefined;
  today: IsoDate;
  readOnly?: boolean;
};

/** A date as day, month by name and Buddhist year: typed, pasted as a whole, or picked. */
export function BeDateField(props: BeDateFieldProps) {
  const { label, text, onText, error, today, readOnly = false } = props;
  const id = useId();
  const [wasLeft, setLeft] = useState(text !== "");
  const [isPicking, setPicking] = useState(false);
  const words = t();
  const { date } = words.fields;
  const parts = splitParts(text);
  const read = readParts(text);
  const suggestion = suggestedDate(text);
  const problem = (wasLeft ? dateProblem(text, words) : undefined) ?? error;
  const change = (changed: Partial<BeDateParts>) => onText(joinParts({ ...parts, ...changed }));
  const take = (picked: IsoDate) => onText(joinParts(partsOfDate(picked)));
  const typedInto = (part: "day" | "year", typed: string) => {
    const whole = spreadOut(typed);
    change(whole ?? { [part]: typed });
  };
  const state = {
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-error`,
  };
  return (
    <fieldset
      class="be-date-field"
      onFocusOut={(event) => {
        const { currentTarget, relatedTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setLeft(true);
      }}
    >
      <legend class="field-label">{label}</legend>
      <div class="be-date">
        <input
          {...state}
          class="input be-day"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          aria-label={`${label} ${date.day}`}
          placeholder={date.day}
          readOnly={readOnly}
          value={parts.day}
          onInput={(event) => typedInto("day", event.currentTarget.value)}
        />
        <select
          {...state}
          class="select be-month"
          aria-label={`${label} ${date.month}`}
          disabled={readOnly}
          value={parts.month}
          onChange={(event) => change({ month: event.currentTarget.value })}
        >
          <option value="">{date.month}</option>
          {monthNames().map((month, at) => (
            <option key={month} value={String(at + 1)}>
              {month}
            </option>
          ))}
        </select>
        <input
          {...state}
          class="input be-year"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          aria-label={`${label} ${date.year}`}
          placeholder={date.year}
          readOnly={readOnly}
          value={parts.year}
          onInput={(event) => typedInto("year", event.currentTarget.value)}
        />
        {!readOnly && (
          <Button
            class="be-pick"
            icon={CalendarDays}
            aria-label={date.open(label)}
            onClick={() => setPicking(true)}
          >
            <span>{date.open(label)}</span>
          </Button>
        )}
      </div>
      <p id={`${id}-error`} class={problem ? "field-error" : "sr-only"} aria-live="polite">
        {problem && <Icon node={TriangleAlert} size={20} />}
        {problem}
      </p>
      {suggestion && wasLeft && (
        <Button class="mt-2" onClick={() => take(suggestion.date)}>
          {date.mean(suggestion.shown)}
        </Button>
      )}
      <Dialog
        open={isPicking}
        title={label}
        onClose={() => setPicking(false)}
        footer={<Button onClick={() => setPicking(false)}>{words.actions.cancel}</Button>}
      >
        <BeCalendar
          value={read.ok ? read.value : undefined}
          today={today}
          onPick={(picked) => {
            take(picked);
            setPicking(false);
          }}
        />
      </Dialog>
    </fieldset>
  );
}
