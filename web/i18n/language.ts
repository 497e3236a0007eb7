import { computed, signal } from "@preact/signals";
import type { later } from "./en.ts";
import { th } from "./th.ts";

export type Language = "th" | "en";
export type Words = typeof th;
type LaterWords = typeof later;

type Current = {
  language: Language;
  words: Words;
  /** Only in a language that is fetched: in Thai each screen brings its own. */
  later?: LaterWords;
};

const current = signal<Current>({ language: "th", words: th });

export const language = computed(() => current.value.language);

/** The words of the language in use: `t().list.search`. Read while rendering, it follows a change. */
export function t(): Words {
  return current.value.words;
}

/**
 * Words of an officer's screen that is loaded when it is opened: the Thai ones come with the screen,
 * the English ones with English, so that nobody loads a language they do not read.
 */
export function laterWords<Group extends keyof LaterWords>(
  group: Group,
  thai: LaterWords[Group],
): LaterWords[Group] {
  return current.value.later?.[group] ?? thai;
}

/** Of words that come with the screens of one role, in both languages. */
export function inLanguage<W>(words: Record<Language, W>): W {
  return words[current.value.language];
}

/** Changes the language at once, and tells the page's readers. English is fetched when first asked for. */
export async function setLanguage(wanted: Language): Promise<void> {
  if (wanted === "th") {
    current.value = { language: wanted, words: th };
  } else {
    const { en: words, later } = await import("./en.ts");
    current.value = { language: wanted, words, later };
  }
  document.documentElement.lang = wanted;
}
