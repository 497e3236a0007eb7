/** What a person entered, wherever it stands in a value: texts as «7», files as «7».pdf, photos as «7».webp. */
export function tokensIn(value: unknown): string[] {
  return JSON.stringify(value)?.match(/«\d+»(\.(?:pdf|webp))?/g) ?? [];
}
