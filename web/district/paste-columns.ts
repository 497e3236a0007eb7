import { searchKey } from "../../shared/thai-text.ts";

/** The columns of a pasted table in the order of the form; each fills the field of its name. */
const COLUMNS = [
  "areaCode",
  "venue",
  "heldOn",
  "targetGroup",
  "men",
  "women",
  "total",
  "result",
  "costSatang",
] as const;
export type PasteColumn = (typeof COLUMNS)[number];

/** What people write over such columns, the form's own words among it. */
const HEADS: Record<PasteColumn, string> = {
  areaCode: "พื้นที่|ตำบล|หมู่บ้าน|ตำบล/หมู่บ้าน|รหัสพื้นที่|area|areas",
  venue: "จัดกิจกรรมที่ไหน|สถานที่|สถานที่จัด|where was it held|venue",
  heldOn: "วันที่จัด|วันที่|date",
  targetGroup: "ใครเป็นกลุ่มเป้าหมาย|กลุ่มเป้าหมาย|who was the target group|target group",
  men: "ชาย|men",
  women: "หญิง|women",
  total: "รวม|จำนวน|จำนวนคน|จำนวนกี่คน|total|people",
  result: "ดำเนินการแล้วได้ผลอย่างไร|ผล|ผลการดำเนินงาน|what came of it|result",
  costSatang: "ค่าใช้จ่าย|งบประมาณ|cost",
};
const KEYS = COLUMNS.map((column) => ({ column, keys: HEADS[column].split("|").map(searchKey) }));

/** Two words that are heads make a row the head: one may be a village's name. */
export function isHead(cells: readonly string[]): boolean {
  return cells.filter((cell) => columnNamed(cell) !== undefined).length >= 2;
}

/** The column of each cell: by the head, or in the order of the form where there is none. */
export function columnsOf(
  head: readonly string[] | undefined,
): readonly (PasteColumn | undefined)[] {
  return head ? head.map(columnNamed) : COLUMNS;
}

/** A unit in brackets behind the word does not matter: "ค่าใช้จ่าย (บาท)". */
function columnNamed(cell: string): PasteColumn | undefined {
  const key = searchKey(cell.replace(/\(.*\)/, ""));
  return KEYS.find(({ keys }) => keys.includes(key))?.column;
}
