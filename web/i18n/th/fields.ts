/** What a field says about what was typed into it. */
export const fields = {
  numbersOnly: "ใส่เฉพาะตัวเลข",
  between: (min: number, max: number) => `ใส่ได้ตั้งแต่ ${min} ถึง ${max}`,
  atLeast: (min: number) => `ใส่ได้ตั้งแต่ ${min} ขึ้นไป`,
  choose: "เลือก",
  /** By problem code of the submission rules. */
  problems: {
    malformed: "ข้อมูลช่องนี้อ่านไม่ได้",
    required: "กรุณากรอกช่องนี้",
    "too-long": "ข้อความยาวเกินไป",
    "not-a-number": "ใส่เฉพาะตัวเลข",
    "out-of-range": "ตัวเลขนี้อยู่นอกช่วงที่ใส่ได้",
    unknown: "ช่องนี้ไม่อยู่ในโครงการแล้ว",
    reversed: "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
    "does-not-add-up": "ชายและหญิงรวมกันไม่เท่ากับจำนวนทั้งหมด",
    duplicate: "แนบไฟล์นี้ไว้แล้ว",
    "not-removable": "รายงานลบทั้งฉบับไม่ได้",
  },
};
