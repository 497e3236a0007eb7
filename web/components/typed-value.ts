import { useState } from "preact/hooks";
import { typedNumber } from "./typed-number.ts";

type TypedValueOptions = {
  value: number | null;
  /** Smallest and largest number that is handed on; others stay in the field, marked. */
  min: number;
  max: number;
  decimals?: number;
  onChange: (value: number | null) => void;
} & TypedTextProps;

/** For a form that keeps what is no number yet, so that it outlives the page. */
export type TypedTextProps = {
  /** What stood in the field when it was left unreadable. */
  typed?: string | undefined;
  /** The text while it is no number in range; undefined once it is one. */
  onTyped?: ((text: string | undefined) => void) | undefined;
};

/**
 * What a number field shows while it is typed into: the text as typed, even when it is no number
 * yet. Nothing typed is thrown away or rewritten; a number in range is handed on at once, and the
 * text becomes the tidy number when the field is left.
 */
export function useTypedValue(options: TypedValueOptions) {
  const { value, min, max, decimals = 0, onChange, onTyped } = options;
  const [typed, setTyped] = useState(options.typed);
  const number = typed === undefined ? value : typedNumber(typed, decimals);
  const problem = problemOf(number, min, max);
  return {
    text: typed ?? (value === null ? "" : String(value)),
    problem,
    type(text: string) {
      const next = typedNumber(text, decimals);
      setTyped(text);
      if (next === undefined || problemOf(next, min, max) !== undefined) {
        onTyped?.(text);
        return;
      }
      onTyped?.(undefined);
      onChange(next);
    },
    /** After typing, and after any other way of setting the value. */
    settle() {
      if (problem === undefined) setTyped(undefined);
    },
    /** The value was set by a button or a slider: what was typed no longer counts. */
    reset() {
      setTyped(undefined);
      onTyped?.(undefined);
    },
  };
}

export type TypedValue = ReturnType<typeof useTypedValue>;

function problemOf(number: number | null | undefined, min: number, max: number) {
  if (number === undefined) return "not-a-number" as const;
  if (number !== null && (number < min || number > max)) return "out-of-range" as const;
  return undefined;
}
