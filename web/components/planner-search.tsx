import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/language.ts";
import { SearchField } from "./search-field.tsx";

type PlannerSearchProps = { value: string; onInput: (value: string) => void };

/** Search in the planner's header. "/" focuses it from anywhere but a field. */
export function PlannerSearch({ value, onInput }: PlannerSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
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
        label={t().review.search}
        value={value}
        onInput={onInput}
        inputRef={input}
        shortcut="/"
      />
    </div>
  );
}
