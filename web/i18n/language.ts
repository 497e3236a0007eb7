import { computed, signal } from "@preact/signals";
import { th } from "./th.ts";

export type Language = "th" | "en";
export type Words = typeof th;

const current = signal<{ language: Language; words: Words }>({ language: "th", words: th });

export const language = computed(() => current.value.language);

/** The words of the language in use: `t().list.search`. Read while rendering, it follows a change. */
export function t(): Words {
  return current.value.words;
}

/** Of words that are not in `t()`, because they come with screens few people open. */
export function inLanguage<W>(words: Record<Language, W>): W {
  return words[current.value.language];
}

/** Changes the language at once, and tells the page's readers. English is fetched when first asked for. */
export async function setLanguage(wanted: Language): Promise<void> {
  const words = wanted === "th" ? th : (await import("./en.ts")).en;
  current.value = { language: wanted, words };
  document.documentElement.lang = wanted;
}
