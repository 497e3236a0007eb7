/** The four diamonds: where is my report. */
export const journey = {
  label: "รายงานอยู่ที่ไหน",
  tablet: "เครื่องนี้",
  sent: "ส่งแล้ว",
  province: "ถึงจังหวัด",
  endorsed: "รับรอง",
  waitingForSignal: "รอสัญญาณ",
  number: (number: string) => `เลขรับ ${number}`,
  sentBack: "ส่งกลับ",
  draftHere: (version: number, when: string) => `ร่างฉบับที่ ${version} อยู่ในเครื่องนี้ ยังไม่ได้ส่ง · ${when}`,
};
