import { useState } from "preact/hooks";
import { bahtText } from "../../shared/baht-text.ts";
import { parseCost, SATANG_PER_BAHT, type Satang } from "../../shared/money.ts";
import { baht } from "../i18n/format.ts";
import { language, t } from "../i18n/language.ts";
import { Button } from "./button.tsx";
import { Field, type FieldProps } from "./field.tsx";
import type { TypedTextProps } from "./typed-value.ts";

type CostFieldProps = Omit<FieldProps, "hint"> &
  TypedTextProps & {
    /** null while nothing was entered, or nothing that is a cost. */
    value: Satang | null;
    onChange: (value: Satang | null) => void;
    readOnly?: boolean;
  };

/** R40: a cost in Arabic digits without commas. What was probably meant is a tap away, never silent. */
export function CostField(props: CostFieldProps) {
  const { label, error, required, value, onChange, onTyped, readOnly = false } = props;
  const [typed, setTyped] = useState(props.typed);
  const { area } = t();
  const text =
    typed !== undefined && saysSame(typed, value) ? typed : value === null ? "" : typedCost(value);
  const read = parseCost(text);
  const refused = !read.ok && read.error.kind === "not-arabic-digits" ? read.error : undefined;
  const take = (entered: string) => {
    const cost = parseCost(entered);
    const isRead = cost.ok || cost.error.kind === "empty";
    setTyped(entered);
    onTyped?.(isRead ? undefined : entered);
    onChange(cost.ok ? cost.value : null);
  };
  return (
    <div class="cost-field">
      <Field label={label} required={required} error={refused ? area.costRule : error}>
        {(control) => (
          <span class="input cost-input">
            <input
              {...control}
              class="min-w-0 grow text-right"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              readOnly={readOnly}
              value={text}
              onInput={(event) => take(event.currentTarget.value)}
              onBlur={() => {
                if (!refused) setTyped(undefined);
              }}
            />
            <span>{area.baht}</span>
          </span>
        )}
      </Field>
      <div class="cost-words">
        {value !== null && (
          <b class="block">
            {language.value === "th" ? bahtText(value) : `${baht(value)} ${area.baht}`}
          </b>
        )}
        {refused?.fix ? (
          <Button onClick={() => take(refused.fix ?? "")}>{area.convertTo(refused.fix)}</Button>
        ) : (
          !refused && <span class="text-ink2">{area.costRule}</span>
        )}
      </div>
    </div>
  );
}

/** Whether a text is what the form holds; a cost set from outside takes its place. */
function saysSame(text: string, value: Satang | null): boolean {
  const read = parseCost(text);
  return (read.ok ? read.value : null) === value;
}

/** As it would be typed: "1000", "1000.50". */
export function typedCost(value: Satang): string {
  const satang = value % SATANG_PER_BAHT;
  const whole = String(Math.trunc(value / SATANG_PER_BAHT));
  return satang === 0 ? whole : `${whole}.${String(satang).padStart(2, "0")}`;
}
