/** The four diamonds: where is my report. */
export const journey = {
  label: "รายงานอยู่ที่ไหน",
  tablet: "เครื่องนี้",
  sent: "ส่งแล้ว",
  province: "ถึงจังหวัด",
  endorsed: "รับรอง",
  waitingForSignal: "รอสัญญาณ",
  sentBack: "ส่งกลับ",
};
