/** The line that says where everything is: safe first, network second. */
export const sync = {
  keptShort: "เก็บครบ",
  kept: "เก็บในเครื่องครบ",
  noSignal: "ไม่มีสัญญาณ",
  noSignalWaiting: (count: number) => `ไม่มีสัญญาณ · รอส่ง ${count}`,
  waiting: (count: number) => `รอส่ง ${count}`,
  sendingShort: "กำลังส่ง",
  sendingText: "กำลังส่งข้อความ",
  textSent: "ข้อความส่งแล้ว",
  photos: (sent: number, total: number) => `รูป ${sent} จาก ${total}`,
  doneShort: "ส่งครบ",
  done: "ส่งครบแล้ว",
  failedShort: "บันทึกไม่ได้",
  failed: "ยังบันทึกในเครื่องไม่ได้",
  savedHere: "บันทึกในเครื่องนี้แล้ว",
  saving: "กำลังบันทึกในเครื่องนี้",
  openOutbox: "เปิดกล่องส่ง",
};
