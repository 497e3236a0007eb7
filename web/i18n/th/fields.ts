/** What a field says about what was typed into it. */
export const fields = {
  numbersOnly: "ใส่เฉพาะตัวเลข ไม่ใส่ “,” หรือเครื่องหมายอื่น",
  decimalsOnly: (places: number) =>
    `ใส่เฉพาะตัวเลข ทศนิยมไม่เกิน ${places} ตำแหน่ง ไม่ใส่ “,” หรือเครื่องหมายอื่น`,
  between: (min: number, max: number) => `ใส่ได้ตั้งแต่ ${min} ถึง ${max}`,
  choose: "เลือก",
  /** By problem code of the submission rules. */
  problems: {
    malformed: "ข้อมูลช่องนี้อ่านไม่ได้",
    required: "กรุณากรอกช่องนี้",
    "too-long": "ข้อความยาวเกินไป",
    "too-many": "มีมากเกินไป",
    "not-a-number": "ใส่เฉพาะตัวเลข",
    "out-of-range": "ตัวเลขนี้อยู่นอกช่วงที่ใส่ได้",
    unknown: "ช่องนี้ไม่อยู่ในโครงการแล้ว",
    reversed: "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
    "does-not-add-up": "ชายและหญิงรวมกันไม่เท่ากับจำนวนทั้งหมด",
    duplicate: "แนบไฟล์นี้ไว้แล้ว",
    "not-removable": "รายงานลบทั้งฉบับไม่ได้",
  },
  atMost: (limit: string) => `ใส่ได้ไม่เกิน ${limit}`,
  tooLong: (limit: string) => `ยาวเกิน ${limit} ตัวอักษร`,
  /** The date field: day, Thai month, Buddhist year. */
  date: {
    day: "วัน",
    month: "เดือน",
    year: "ปี พ.ศ.",
    open: (what: string) => `เลือก${what}จากปฏิทิน`,
    previousMonth: "เดือนก่อน",
    nextMonth: "เดือนถัดไป",
    weekdays: ["อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส."],
    incomplete: "กรอกวัน เดือน ปี ให้ครบ",
    unreadable: {
      text: "อ่านวันที่ไม่ได้",
      day: "วันที่ไม่ถูกต้อง",
      month: "เลือกเดือน",
      year: "ใส่ปี พ.ศ. 4 หลัก",
    },
    noSuchDate: "ไม่มีวันที่นี้ในปฏิทิน",
    christianYear: "ปีนี้เป็น ค.ศ. หรือไม่",
    mean: (date: string) => `ใช้ ${date}`,
  },
  /** Choosing several of many. */
  several: {
    remove: (what: string) => `เอา ${what} ออก`,
    nothing: "ไม่พบ ลองพิมพ์สั้นลง",
    more: (count: number) => `มีอีก ${count} รายการ พิมพ์เพื่อค้นให้แคบลง`,
    done: "เสร็จ",
    chosen: (what: string) => `${what}ที่เลือกแล้ว`,
  },
};
