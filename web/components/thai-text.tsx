import { type BreakList, keepWords } from "./thai-line-breaks.ts";

/** Thai text whose listed words are never cut at the end of a line. For display only. */
export function ThaiText({ children, words }: { children: string; words?: BreakList }) {
  return <>{keepWords(children, words)}</>;
}
