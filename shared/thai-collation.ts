/**
 * Orders Thai names as a Thai reader expects (domain 3.2): by consonant before leading vowel, and
 * numbers, ๓ or 3, by their value. Code-point order puts every name with เ แ โ ใ ไ last.
 */
export const compareThai: (a: string, b: string) => number = new Intl.Collator("th", {
  numeric: true,
}).compare;
