import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { RadioLabel } from "./radio-label.tsx";

type ChoiceCardsProps<V extends string> = {
  legend: string;
  /** The legend is read out but not shown. */
  hideLegend?: boolean;
  options: readonly { value: V; title: string; content?: ComponentChildren }[];
  value: V | undefined;
  onChange: (value: V) => void;
};

/** Radio cards: one question, two or three answers with their content, one to choose. */
export function ChoiceCards<V extends string>({
  legend,
  hideLegend = false,
  options,
  value,
  onChange,
}: ChoiceCardsProps<V>) {
  const name = useId();
  return (
    <fieldset class="min-w-0">
      <legend class={hideLegend ? "sr-only" : "mb-3 text-title"}>{legend}</legend>
      <div class="grid gap-3 sm:auto-cols-fr sm:grid-flow-col">
        {options.map((option) => (
          <RadioLabel
            key={option.value}
            class="choice"
            name={name}
            checked={option.value === value}
            onChoose={() => onChange(option.value)}
          >
            <span class="flex items-center gap-2.5 font-bold">
              <svg class="choice-mark" viewBox="0 0 26 26" aria-hidden="true">
                <path d="M13 2 24 13 13 24 2 13Z" />
                <path d="m8.5 13 3.2 3.2 5.8-6" />
              </svg>
              {option.title}
            </span>
            {option.content}
          </RadioLabel>
        ))}
      </div>
    </fieldset>
  );
}
