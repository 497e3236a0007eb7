import { Minus, Plus } from "lucide";
import { useId } from "preact/hooks";
import { t } from "../i18n/language.ts";
import { IconButton } from "./button.tsx";
import { StepValue } from "./step-value.tsx";
import { ThaiText } from "./thai-text.tsx";
import { type TypedTextProps, useTypedValue } from "./typed-value.ts";

type StepSliderProps = TypedTextProps & {
  number: number;
  name: string;
  weight: number;
  /** Percent done, 0 to 100. */
  value: number;
  onChange: (percent: number) => void;
  /** Under the name, as "จังหวัดเห็นล่าสุด 40% เมื่อ 12 มี.ค." */
  note?: string;
  error?: string;
  readOnly?: boolean;
};

const STEP = 5;
const toStep = (percent: number) => Math.min(100, Math.max(0, Math.round(percent / STEP) * STEP));

/**
 * Progress of one procedure step (R27): a slider in steps of 5, − and +, and the number itself,
 * which takes any whole percent. A value between two steps stays until it is moved.
 */
export function StepSlider(props: StepSliderProps) {
  const { number, name, weight, value, onChange, note, error, readOnly = false } = props;
  const id = useId();
  const words = t();
  const field = useTypedValue({
    value,
    min: 0,
    max: 100,
    onChange: (percent) => onChange(percent ?? 0),
    typed: props.typed,
    onTyped: props.onTyped,
  });
  const move = (percent: number) => {
    field.reset();
    onChange(toStep(percent));
  };
  const problem = field.problem ? words.fields.between(0, 100) : error;
  return (
    <div class="step grid grid-cols-[auto_1fr_auto] gap-x-3 px-4 py-3.5 sm:px-5">
      <span class="step-number">{number}</span>
      <div id={`${id}-name`} class="font-bold">
        <ThaiText>{name}</ThaiText>
      </div>
      <span class="text-ink2">{words.form.weight(weight)}</span>
      {note && (
        <p id={`${id}-note`} class="col-span-2 col-start-2 text-ink2">
          {note}
        </p>
      )}
      <div class="step-control col-span-3 mt-1 flex items-center gap-3 sm:col-span-2 sm:col-start-2">
        <IconButton
          icon={Minus}
          label={words.actions.decrease(name)}
          disabled={readOnly || value <= 0}
          onClick={() => move((Math.ceil(value / STEP) - 1) * STEP)}
        />
        <input
          class="slider"
          type="range"
          min={0}
          max={100}
          value={value}
          disabled={readOnly}
          aria-labelledby={`${id}-name`}
          aria-describedby={note ? `${id}-note` : undefined}
          aria-valuetext={`${value}%`}
          style={{ "--at": String(value / 100) }}
          onInput={(event) => {
            const next = toStep(event.currentTarget.valueAsNumber);
            // Back on a step even when the value stays the same and nothing is drawn again.
            event.currentTarget.value = String(next);
            move(next);
          }}
          onKeyDown={(event) => {
            const by = KEY_STEPS[event.key];
            if (by === undefined) return;
            event.preventDefault();
            const from = by > 0 ? Math.floor(value / STEP) : Math.ceil(value / STEP);
            move(from * STEP + by);
          }}
        />
        <IconButton
          icon={Plus}
          label={words.actions.increase(name)}
          disabled={readOnly || value >= 100}
          onClick={() => move((Math.floor(value / STEP) + 1) * STEP)}
        />
        <StepValue
          label={words.form.progressOf(name)}
          describedBy={`${id}-error`}
          readOnly={readOnly}
          field={field}
        />
      </div>
      <p id={`${id}-error`} class="col-span-3 text-krang empty:hidden" aria-live="polite">
        {problem}
      </p>
    </div>
  );
}

/** The native slider moves by 1, for typed values between the steps; keys go from step to step. */
const KEY_STEPS: Record<string, number> = {
  ArrowRight: STEP,
  ArrowUp: STEP,
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  PageUp: 4 * STEP,
  PageDown: -4 * STEP,
};
