import { createHash } from "node:crypto";

/** What an officer entered, word by word and byte by byte, as it is to be found with the server. */
export type Ledger = {
  texts: { authorId: string; text: string }[];
  photos: { authorId: string; name: string; seed: number }[];
  mutations: number;
};

const SENTENCES = [
  "ผู้แทนหมู่บ้านเข้าร่วมประชุมครบทุกหมู่และร่วมกันทบทวนแผนชุมชนของตน",
  "กลุ่มสตรีนำเสนอผลิตภัณฑ์ผ้าทอและขอรับการสนับสนุนด้านการตลาด",
  "ครัวเรือนเป้าหมายปลูกผักสวนครัวและลดรายจ่ายได้จริงจากการจดบันทึก",
  "ผู้ใหญ่บ้านเสนอให้จัดเวทีครั้งต่อไปหลังฤดูเก็บเกี่ยวเพื่อให้คนมาได้มากขึ้น",
  "ปัญหาที่พบคือถนนเข้าหมู่บ้านขาดช่วงฝนตกทำให้วิทยากรมาถึงช้า",
  "ที่ประชุมมีมติให้ตั้งคณะทำงานติดตามผลทุกเดือนและรายงานต่ออำเภอ",
  "กองทุนหมู่บ้านรายงานยอดเงินสัจจะและจำนวนสมาชิกที่เพิ่มขึ้นจากปีก่อน",
  "เยาวชนช่วยจัดทำแผนที่เดินดินและข้อมูลครัวเรือนเป็นปัจจุบัน",
];
const SENTENCES_PER_TEXT = 6;

/** A paragraph as officers write them. */
export function someWords(random: () => number): string {
  return Array.from({ length: SENTENCES_PER_TEXT }, () => {
    const sentence = SENTENCES[Math.floor(random() * SENTENCES.length)];
    return ` ${sentence} ${Math.floor(random() * 1000)}`;
  }).join("");
}

const WEBP_HEAD = "RIFF\0\0\0\0WEBPVP8 ";

/** Bytes that begin as a photo's do and go on as those of no other. */
export function photoOf(seed: number, kilobytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(kilobytes * 1024);
  bytes.set(new TextEncoder().encode(WEBP_HEAD));
  let state = seed;
  for (let at = WEBP_HEAD.length; at < bytes.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
