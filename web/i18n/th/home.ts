export const home = {
  title: "ข้อมูลรายงานที่ต้องดำเนินการ",
  yourTurn: "ถึงคิวท่าน",
  topics: (count: number) => `${count} เรื่อง`,
  nothingWaits: "ไม่มีเรื่องรอท่าน",
  nothingWaitsDetail: "รายงานที่ส่งไปแล้วอยู่กับจังหวัด",
  nearlyDue: "ใกล้ครบกำหนด",
};
