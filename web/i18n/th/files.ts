export const files = {
  takePhoto: "ถ่ายรูป",
  attachDocument: "แนบไฟล์เอกสาร",
  rule: "ความจุของไฟล์ได้ไม่เกิน 2 MB จะแนบกี่ไฟล์ก็ได้ แอปย่อรูปให้เอง",
  count: (count: number, size: string) => `${count} ไฟล์ · ${size}`,
  photoNumber: (number: number) => `รูปที่ ${number}`,
  openPhoto: (name: string) => `เปิด ${name}`,
  shrinking: "กำลังย่อ",
  queued: "รอส่ง",
  sending: (percent: number) => `ส่งแล้ว ${percent}%`,
  received: "ถึงจังหวัด",
  refused: "ต้องดูแล",
  /** R29: the number stands in the message. */
  tooLarge: (size: string, limit: string) => `${size} เกิน ${limit} จึงยังไม่ส่ง`,
  photographInstead: "ถ่ายเป็นรูปแทน",
  chooseAnother: "เลือกไฟล์ใหม่",
};
