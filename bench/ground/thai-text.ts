import type { Random } from "./random.ts";

const WORDS =
  `ผู้เข้าร่วม ประชุม ชาวบ้าน ชุมชน ตำบล หมู่บ้าน กลุ่มอาชีพ สตรี คณะกรรมการ พัฒนากร อำเภอ แกนนำ ครัวเรือน
เป้าหมาย แผนงาน โครงการ กิจกรรม อบรม เรียนรู้ ทบทวน จัดทำ ข้อมูล ปัญหา แนวทาง แก้ไข ร่วมกัน ติดตาม ประเมินผล สนับสนุน
งบประมาณ วัสดุ อุปกรณ์ แรงงาน สมทบ วิทยากร ศาลาประชาคม วัด โรงเรียน กองทุน สมาชิก เงินออม สัจจะ หนี้ ดอกเบี้ย บัญชี
รายรับ รายจ่าย ตลาด ผลิตภัณฑ์ ทอผ้า จักสาน ปลาร้า ข้าว ผัก สมุนไพร ไก่ ปลา ปุ๋ย น้ำ ถนน แปลง สาธิต ต้นแบบ ขยายผล
เครือข่าย ภาคี เทศบาล อนามัย อาสาสมัคร ผู้สูงอายุ เยาวชน เด็ก ผู้นำ ปราชญ์ เศรษฐกิจพอเพียง รายได้ เพิ่มขึ้น ลดลง
เข้มแข็ง ยั่งยืน ต่อเนื่อง ครบถ้วน แล้วเสร็จ ล่าช้า ฝนตก น้ำท่วม เลื่อน กำหนดการ เดินทาง รถ อาหาร เครื่องดื่ม เอกสาร
ลงชื่อ ภาพถ่าย รายงาน ระบบ ส่งใช้ เงินยืม เบิกจ่าย ตรวจรับ หนังสือ ราชการ มอบหมาย รับผิดชอบ นัดหมาย ประสานงาน เชิญ
อย่างดี มาก น้อย บางส่วน ทุกคน ส่วนใหญ่ ครั้งแรก ครั้งที่สอง ปีนี้ เดือนหน้า สัปดาห์ ช่วงเช้า ช่วงบ่าย ตลอดวัน
และ ที่ ของ ใน ให้ ได้ มี เป็น จาก โดย กับ เพื่อ ซึ่ง แต่ ยัง จึง แล้ว ต้อง จะ ควร สามารถ ทำให้ นำ ไป มา ใช้ เกิด`.split(
    /\s+/,
  );

const ONSETS = [..."กขคงจชซดตถทนบปผพมยรลวสหอ"];
const VOWELS = ["า", "ี", "ู", "ิ", "ัน", "อง", "าย", "ุด", "ื่อ", "้าว", "่วง", "ำ"];

/**
 * Text as an officer might type it, of about `length` characters. Words in random order and invented
 * names are harder to compress than sentences that mean something: sizes come out on the high side.
 */
export function thaiText(random: Random, length: number): string {
  let text = "";
  while (text.length < length) {
    text += random.pick(WORDS);
    const after = random.int(14);
    if (after === 0) text += " ";
    if (after === 1) text += ` ${random.int(200) + 1} คน `;
    if (after === 2) text += `บ้าน${name(random)}`;
  }
  return text.trim();
}

function name(random: Random): string {
  const syllable = () => random.pick(ONSETS) + random.pick(VOWELS);
  return syllable() + syllable() + syllable();
}
