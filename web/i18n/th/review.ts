export const review = {
  comments: "ความเห็น",
  pin: (number: number) => `หมุดที่ ${number}`,
  history: "ประวัติ",
  sameSpot: "อำเภอเห็นหมุดที่จุดเดียวกัน แม้ไม่มีสัญญาณ",
  addComment: "ปักความเห็นเพิ่ม",
  sendBack: (count: number) => `ส่งกลับแก้ไข ${count} จุด`,
  endorse: "รับรองรายงาน",
};
