/** The manual's own words (R33, R34); "saved" always says where. */
export const dialogs = {
  confirmSave: "คุณต้องการบันทึกข้อมูล ใช่หรือไม่",
  savedHere: "จัดเก็บในเครื่องเรียบร้อยแล้ว",
  waitsForSignal: "รอส่งเมื่อมีสัญญาณ",
  closeFreely: "ปิดแอปหรือปิดจอได้",
  seeOutbox: "ดูกล่องส่ง",
  reportVersionTo: (version: number) => `ส่งรายงานฉบับที่ ${version} ให้กลุ่มงานยุทธศาสตร์การพัฒนาชุมชน`,
};
