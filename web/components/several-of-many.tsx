import { Search } from "lucide";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { matches } from "../../shared/thai-search.ts";
import { t } from "../i18n/language.ts";
import { Button } from "./button.tsx";
import { ChosenChips } from "./chosen-chips.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { type ManyOption, OptionList } from "./option-list.tsx";

type SeveralOfManyProps = FieldProps & {
  options: readonly ManyOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  placeholder: string;
  /** Choosing another takes the place of the one that was chosen. */
  onlyOne?: boolean;
  readOnly?: boolean;
};

/** More than a thumb scrolls through; typing narrows them down. */
const MAX_SHOWN = 80;

/** Chooses several of many by a Thai-aware search; the chosen stand above as chips. */
export function SeveralOfMany(props: SeveralOfManyProps) {
  const { label, hint, error, required, options, chosen, onChange, placeholder } = props;
  const { onlyOne = false } = props;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const words = t().fields.several;
  const byValue = useMemo(
    () => new Map(options.map((option) => [option.value, option])),
    [options],
  );
  const found = useMemo(
    () => options.filter((option) => matches(`${option.label} ${option.detail}`, typed)),
    [options, typed],
  );
  const shown = found.slice(0, MAX_SHOWN);
  useEffect(() => {
    if (isOpen) root.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const nameOf = (value: string) => byValue.get(value)?.label ?? value;
  const toggle = (value: string) => {
    const isChosen = chosen.includes(value);
    if (isChosen) onChange(chosen.filter((other) => other !== value));
    else onChange(onlyOne ? [value] : [...chosen, value]);
    if (onlyOne) setOpen(false);
  };
  const pick = (at: number) => {
    const option = shown[at];
    if (option) toggle(option.value);
  };
  const moveTo = (at: number) => {
    const next = Math.min(shown.length - 1, Math.max(0, at));
    setOpen(true);
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: isOpen ? active + 1 : 0, ArrowUp: active - 1 }[event.key];
    if (target !== undefined) moveTo(target);
    else if (event.key === "Enter" && isOpen && shown[active]) pick(active);
    else if (event.key === "Escape" && isOpen) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={root}
      class={isOpen ? "several several-open" : "several"}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          setOpen(false);
        }
      }}
    >
      {chosen.length > 0 && (
        <ChosenChips
          label={label}
          chosen={chosen}
          nameOf={nameOf}
          onRemove={
            props.readOnly
              ? undefined
              : (value) => {
                  toggle(value);
                  input.current?.focus();
                }
          }
        />
      )}
      {!props.readOnly && (
        <Field label={label} hint={hint} error={error} required={required} hideLabel>
          {(control) => (
            <>
              <span class="input">
                <Icon node={Search} size={20} class="text-ink2" />
                <input
                  {...control}
                  ref={input}
                  class="min-w-0 grow"
                  type="text"
                  role="combobox"
                  aria-expanded={isOpen}
                  aria-controls={`${id}-list`}
                  aria-autocomplete="list"
                  aria-activedescendant={isOpen && shown[active] ? `${id}-${active}` : undefined}
                  autocomplete="off"
                  placeholder={placeholder}
                  value={typed}
                  onClick={() => setOpen(true)}
                  onInput={(event) => {
                    setTyped(event.currentTarget.value);
                    setActive(0);
                    setOpen(true);
                  }}
                  onKeyDown={onKeyDown}
                />
              </span>
              <OptionList
                id={id}
                label={label}
                options={shown}
                chosen={chosen}
                active={active}
                onlyOne={onlyOne}
                isOpen={isOpen}
                onPick={(at) => {
                  setActive(at);
                  pick(at);
                }}
                onKeyDown={onKeyDown}
              />
              {isOpen && (
                <div class="several-foot">
                  <span class="text-ink2" role="status">
                    {found.length === 0 && words.nothing}
                    {found.length > shown.length && words.more(found.length - shown.length)}
                  </span>
                  <Button onClick={() => setOpen(false)}>{words.done}</Button>
                </div>
              )}
            </>
          )}
        </Field>
      )}
    </div>
  );
}
