/** Under the wire's 200 characters and, at three bytes a Thai letter, under a file system's 255 bytes. */
const NAME_MAX_BYTES = 200;

// What a file system, a download header or a bidirectional override could trip over: controls,
// separators and reserved signs, and the invisible marks that let "gpj.exe" read "exe.jpg".
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"/\\|?*]+/gu;

/**
 * A file name that is safe on every system and still says what the officer called it: Thai, spaces
 * and combining vowels stay. The extension becomes `extension`, for the bytes may have changed type.
 */
export function cleanName(name: string, extension: string): string {
  const clean = name.normalize("NFC").replace(UNSAFE, " ").replace(/\s+/gu, " ");
  const stem = clean.replace(/\.[a-z][a-z0-9]{0,4}$/iu, "").replace(/^[. ]+|[. ]+$/gu, "");
  return `${shorten(stem || "file", NAME_MAX_BYTES - extension.length - 1)}.${extension}`;
}

/** The lower-case extension of a name, "" if it has none. */
export function extensionOf(name: string): string {
  return /\.([^.\s]+)$/u.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

/** Cuts between grapheme clusters: a Thai consonant never loses its vowel or tone mark. */
function shorten(text: string, maxBytes: number): string {
  const encoder = new TextEncoder();
  let kept = "";
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter("th", { granularity: "grapheme" }).segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
