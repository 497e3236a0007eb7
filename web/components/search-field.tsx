import { Search, X } from "lucide";
import type { Ref } from "preact";
import { useId } from "preact/hooks";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

type SearchFieldProps = {
  /** Also the placeholder. */
  label: string;
  value: string;
  onInput: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** The key that leads here, shown while the field is empty. */
  shortcut?: string;
};

/** A search that answers while it is typed. Esc clears it. */
export function SearchField({ label, value, onInput, inputRef, shortcut }: SearchFieldProps) {
  const id = useId();
  return (
    <search class="input">
      <Icon node={Search} size={20} class="text-ink2" />
      <label for={id} class="sr-only">
        {label}
      </label>
      <input
        ref={inputRef ?? null}
        id={id}
        class="min-w-0 grow"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autocomplete="off"
        placeholder={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onInput("");
        }}
      />
      {value === "" && shortcut && (
        <span class="key" aria-hidden="true">
          {shortcut}
        </span>
      )}
      {value !== "" && (
        <button
          type="button"
          class="clear-button"
          aria-label={t().actions.clear}
          onClick={() => onInput("")}
        >
          <Icon node={X} size={20} />
        </button>
      )}
    </search>
  );
}
