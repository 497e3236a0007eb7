import type { ExportError, RescueFile } from "./export-rescue.ts";
import type { RawOpenError } from "./raw-database.ts";

// The recovery page is in Thai only and carries its words with it: it depends on nothing else.

export const WORDS = {
  making: "กำลังรวมไฟล์ อาจใช้เวลาสักครู่…",
  shared: "ส่งต่อไฟล์แล้ว งานในเครื่องนี้ยังอยู่ครบ",
  saved: "บันทึกไว้ในโฟลเดอร์ดาวน์โหลดแล้ว งานในเครื่องนี้ยังอยู่ครบ",
  notShareable: "เครื่องนี้แชร์ไฟล์นี้ไม่ได้ จึงบันทึกไว้ในโฟลเดอร์ดาวน์โหลดแทน",
  broken: "ทำไฟล์ไม่สำเร็จ งานในเครื่องนี้ยังอยู่ กดลองอีกครั้ง",
};

export function readyWords({ mutations, drafts, pastedTexts, files, leftOut }: RescueFile): string {
  const tables = pastedTexts > 0 ? ` ตารางที่วาง ${pastedTexts}` : "";
  const contents = `ไฟล์พร้อมแล้ว: รายงาน ${mutations} ร่าง ${drafts}${tables} รูปและเอกสาร ${files}`;
  return leftOut === 0 ? contents : `${contents} · อีก ${leftOut} อย่างเสียหายหรือใหญ่เกินไป ไม่ได้อยู่ในไฟล์`;
}

const PROBLEMS: Record<(RawOpenError | ExportError)["kind"], string> = {
  "no-database": "เบราว์เซอร์นี้ไม่มีงานของแอป BPM สนาม ลองเปิดหน้านี้ในเบราว์เซอร์ที่เคยใช้แอป",
  timeout: "มีหน้าต่างอื่นของแอปเปิดค้างอยู่ ปิดทุกหน้าต่างของแอป แล้วเปิดหน้านี้ใหม่",
  "not-opening": "เบราว์เซอร์เปิดที่เก็บข้อมูลไม่ได้ ปิดเบราว์เซอร์หรือเปิดเครื่องใหม่ แล้วลองอีกครั้ง",
  "nothing-unsent": "เครื่องนี้ไม่มีงานค้างส่ง",
  "no-key": "เครื่องนี้ยังไม่เคยเข้าสู่ระบบ จึงทำไฟล์ไม่ได้",
};

export function problemWords({ kind }: RawOpenError | ExportError): string {
  return PROBLEMS[kind];
}
