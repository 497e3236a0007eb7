export const conflict = {
  title: "มีสองคนแก้ช่องเดียวกัน โปรดเลือกค่าที่ถูกต้อง",
  nothingLost: "ไม่มีข้อมูลใดหาย ค่าที่ไม่เลือกยังเก็บไว้ในประวัติ",
  field: (field: number, fields: number) => `ช่องที่ ${field} จาก ${fields}`,
  mine: "ของท่าน",
  theirs: "ของอีกเครื่อง",
  before: "เดิม",
  keepBoth: "เก็บทั้งสอง",
  mergedAlready: (fields: number) => `อีก ${fields} ช่องแก้คนละที่ รวมให้แล้ว`,
  useChosen: "ใช้ค่าที่เลือก",
};
