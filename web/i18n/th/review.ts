export const review = {
  comments: "ความเห็น",
  pin: (number: number) => `หมุดที่ ${number}`,
  history: "ประวัติ",
  /** What a comment is pinned to when the form no longer has it. */
  otherSpot: "ทั้งฉบับ",
  search: "รหัสหรือชื่อโครงการ",
};
