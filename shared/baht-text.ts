import { SATANG_PER_BAHT, type Satang } from "./money.ts";

const DIGITS = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"] as const;
const PLACES = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"] as const;
const MILLION = 1_000_000;

/** An amount in Thai words, as on a cheque: "สามพันบาทถ้วน". A zero too many is heard at once. */
export function bahtText(satang: Satang): string {
  const baht = Math.trunc(satang / SATANG_PER_BAHT);
  const rest = satang % SATANG_PER_BAHT;
  if (rest === 0) return `${spell(baht)}บาทถ้วน`;
  return `${baht > 0 ? `${spell(baht)}บาท` : ""}${spell(rest)}สตางค์`;
}

function spell(number: number): string {
  if (number === 0) return DIGITS[0];
  const millions = Math.trunc(number / MILLION);
  return `${millions > 0 ? `${spell(millions)}ล้าน` : ""}${spellBelowMillion(number % MILLION, number)}`;
}

/** @param whole what it is the end of: a one behind anything is เอ็ด */
function spellBelowMillion(number: number, whole: number): string {
  return [...String(number)]
    .map((digit, at, { length }) => spellDigit(Number(digit), length - at - 1, whole))
    .join("");
}

function spellDigit(digit: number, place: number, whole: number): string {
  if (digit === 0) return "";
  if (place === 0) return digit === 1 && whole > 1 ? "เอ็ด" : (DIGITS[digit] ?? "");
  if (place === 1 && digit <= 2) return digit === 1 ? "สิบ" : "ยี่สิบ";
  return `${DIGITS[digit]}${PLACES[place]}`;
}
