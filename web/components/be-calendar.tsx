import { ChevronLeft, ChevronRight } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatBeDate, toBeDate } from "../../shared/be-date.ts";
import type { IsoDate } from "../../shared/scalars.ts";
import { longDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { IconButton } from "./button.tsx";
import { addDays, addMonths, weeksOf } from "./calendar-month.ts";

type BeCalendarProps = {
  value: IsoDate | undefined;
  today: IsoDate;
  onPick: (date: IsoDate) => void;
};

const KEY_DAYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};
const KEY_MONTHS: Record<string, number> = { PageUp: -1, PageDown: 1 };

/** A month with Thai names and the Buddhist year. Arrows move by day, Page keys by month. */
export function BeCalendar({ value, today, onPick }: BeCalendarProps) {
  const [at, setAt] = useState(value ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const followFocus = useRef(true);
  const { date: words } = t().fields;
  const month = at.slice(0, 7);

  useEffect(() => {
    if (!followFocus.current) return;
    // A dialog around it takes the focus when it opens, after this effect.
    const frame = requestAnimationFrame(() => {
      grid.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [at]);

  const turn = (months: number) => {
    followFocus.current = false;
    setAt(addMonths(at, months));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const days = KEY_DAYS[event.key];
    const months = KEY_MONTHS[event.key];
    if (days === undefined && months === undefined) return;
    event.preventDefault();
    followFocus.current = true;
    setAt(months === undefined ? addDays(at, days ?? 0) : addMonths(at, months));
  };

  return (
    <div class="calendar">
      <div class="calendar-head">
        <IconButton icon={ChevronLeft} label={words.previousMonth} onClick={() => turn(-1)} />
        <b aria-live="polite">{longDate(`${month}-01`).replace(/^\d+ /, "")}</b>
        <IconButton icon={ChevronRight} label={words.nextMonth} onClick={() => turn(1)} />
      </div>
      <table ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {words.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    class="calendar-day"
                    data-date={date}
                    data-outside={date.startsWith(month) ? undefined : ""}
                    aria-label={formatBeDate(date, "full")}
                    aria-pressed={date === value}
                    aria-current={date === today ? "date" : undefined}
                    tabIndex={date === at ? 0 : -1}
                    onClick={() => onPick(date)}
                  >
                    {toBeDate(date).day}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
