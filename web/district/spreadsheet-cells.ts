/**
 * The cells of rows copied from a spreadsheet: tabs between cells, a line a row. A cell that holds a
 * tab, a line break or a quote stands in quotes, with its own quotes doubled, as Excel and Google
 * Sheets copy it. Empty lines are no rows.
 */
export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text.replace(/\r\n?/g, "\n");
  while (rest !== "") {
    const quoted = QUOTED.exec(rest);
    const [whole = "", content = ""] = quoted ?? BARE.exec(rest) ?? [];
    row.push(quoted ? content.replaceAll('""', '"') : content);
    const end = rest[whole.length];
    rest = rest.slice(whole.length + 1);
    if (end === "\t" && rest !== "") continue;
    if (end === "\t") row.push("");
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
}

/** The text that `readCells` reads these cells from. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(writeCell).join("\t")).join("\n");
}

/** In quotes up to where the cell really ends: a quote inside a bare cell is a quote. */
const QUOTED = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/;
const BARE = /^([^\t\n]*)/;

function writeCell(cell: string): string {
  return /[\t\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
