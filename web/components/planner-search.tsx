import { useLayoutEffect, useRef } from "preact/hooks";
import { provinceWords } from "../i18n/province-words.ts";
import { SearchField } from "./search-field.tsx";

type PlannerSearchProps = { value: string; onInput: (value: string) => void };

/** Search in the planner's header. "/" focuses it from anywhere but a field. */
export function PlannerSearch({ value, onInput }: PlannerSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  // From the first frame: the key may come right after the page is seen.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLElement && target.closest("input, textarea, select");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div class="w-72">
      <SearchField
        label={provinceWords().search}
        value={value}
        onInput={onInput}
        inputRef={input}
        shortcut="/"
      />
    </div>
  );
}
