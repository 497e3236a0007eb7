/** What a person entered, wherever it stands in a value: texts as «7», files as «7».pdf. */
export function tokensIn(value: unknown): string[] {
  return JSON.stringify(value)?.match(/«\d+»(\.pdf)?/g) ?? [];
}
