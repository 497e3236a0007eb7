import fc from "fast-check";
import { expect, test } from "vitest";
import { readCells, writeCells } from "./spreadsheet-cells.ts";

test.each<[string, string, string[][]]>([
  [
    "two rows",
    "ก\tข\nค\tง",
    [
      ["ก", "ข"],
      ["ค", "ง"],
    ],
  ],
  [
    "Windows' line ends",
    "ก\tข\r\nค\tง\r\n",
    [
      ["ก", "ข"],
      ["ค", "ง"],
    ],
  ],
  ["a line break in a quoted cell", '"ศาลา\nหมู่ 5"\tข', [["ศาลา\nหมู่ 5", "ข"]]],
  ["a tab and doubled quotes in a quoted cell", '"ก\t""ข"""\tค', [['ก\t"ข"', "ค"]]],
  ["a quote inside a bare cell", 'โครงการ "โคก หนอง นา"\tข', [['โครงการ "โคก หนอง นา"', "ข"]]],
  ["a quote that never ends", '"โคก\tข', [['"โคก', "ข"]]],
  ["a quoted word that goes on", '"โคก" หนอง\tข', [['"โคก" หนอง', "ข"]]],
  ["empty cells, at the end as well", "ก\t\tค\t", [["ก", "", "ค", ""]]],
  ["empty lines, which are no rows", "\n\nก\n \t \n", [["ก"]]],
  ["nothing", "", []],
])("reads %s", (_what, text, rows) => {
  expect(readCells(text)).toEqual(rows);
});

test("what is written is read back, whatever stands in the cells", () => {
  const cell = fc
    .array(fc.constantFrom("ก", "1", '"', "\t", "\n", " ", ","), { maxLength: 8 })
    .map((parts) => parts.join(""));
  const row = fc.array(cell, { minLength: 1, maxLength: 4 });
  const rows = fc.array(row.filter((cells) => cells.some((one) => one.trim() !== "")));
  fc.assert(
    fc.property(rows, (written) => {
      expect(readCells(writeCells(written))).toEqual(written);
    }),
  );
});
