/** What can be told of a PDF as Chromium writes it: its pages are plain objects, in order. */
export type ReadPdf = {
  pages: number;
  /** In points; A4 is 595 × 842. */
  width: number;
  height: number;
  /** Names of the typefaces that are embedded. */
  fonts: string[];
};

export function readPdf(bytes: Buffer): ReadPdf {
  const text = bytes.toString("latin1");
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  return {
    pages: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
    fonts: [...new Set(text.match(/(?<=\/FontName\s*\/[A-Z]{6}\+)[\w-]+/g) ?? [])].sort(),
  };
}
