import type { TestTablet } from "./db/test-db.ts";

// What a test asks of whatever screen the app shows.

/** Elements that are animated, or would be at their next change. */
export function moving(): string[] {
  const timed = [...document.querySelectorAll("body > div *")].filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return animationName !== "none" || /[1-9]/.test(transitionDuration);
  });
  const running = document.getAnimations().length;
  const found = timed.map(({ tagName, className }) => `${tagName} ${String(className)}`);
  return [...new Set(running > 0 ? [...found, `${running} running`] : found)];
}

/** Words of the other script: names the app has in both languages are its own. */
const LATIN = /[A-Za-z]{2,}/;
const BOTH = ["BPM", "PIN", "PDF", "Excel", "Google", "English", "ไทย", "MB", "KB", "GB"];
/** Under a printed form: hexadecimal digits. */
const CHECK_NUMBER = /[0-9A-F]{4}-[0-9A-F]{4}/g;
const THAI = /[\u0E00-\u0E7F]/;

export function englishIn(tablet: Pick<TestTablet, "db">): Promise<string[]> {
  return foreignWords(tablet, LATIN);
}

export function thaiIn(tablet: Pick<TestTablet, "db">): Promise<string[]> {
  return foreignWords(tablet, THAI);
}

/** What a person sees or hears of the page in the other language, apart from what was entered. */
async function foreignWords({ db }: Pick<TestTablet, "db">, script: RegExp): Promise<string[]> {
  const data = new Set<string>(BOTH);
  for (const table of db.tables) collectTexts(await table.toArray(), data);
  const longestFirst = [...data].sort((a, b) => b.length - a.length);
  const withoutData = (text: string) =>
    longestFirst.reduce(
      (left, known) => left.replaceAll(known, ""),
      text.replaceAll(/[\u200B\u2060]/g, "").replaceAll(CHECK_NUMBER, ""),
    );
  return [...new Set(textsOnScreen())].filter((text) => script.test(withoutData(text)));
}

function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === "string") {
    // A name is called without its title, and by its first letter.
    const words = value.split(/\s+/);
    for (const part of [value, ...words]) {
      for (const known of [part, part.replace(/^(นางสาว|นาง|นาย|อำเภอ)/, "")]) {
        if (known.length > 1) into.add(known);
      }
    }
  } else if (typeof value === "object" && value !== null && !(value instanceof ArrayBuffer)) {
    for (const member of Object.values(value)) collectTexts(member, into);
  }
}

function textsOnScreen(): string[] {
  const said = ["aria-label", "placeholder", "title", "alt", "aria-description"];
  return (
    [...document.querySelectorAll("body > div *")]
      // What a closed choice holds is seen once it opens.
      .filter((element) => (element.closest("select") ?? element).checkVisibility())
      .flatMap((element) => [
        ...[...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent ?? ""),
        ...said.map((name) => element.getAttribute(name) ?? ""),
      ])
      // One letter is an avatar.
      .filter((text) => text.trim().length > 1)
  );
}
