export const navigation = {
  label: "เมนูหลัก",
  home: "หน้าหลัก",
  reports: "รายงาน",
  areas: "พื้นที่",
  outbox: "กล่องส่ง",
  me: "ฉัน",
  waiting: (count: number) => `รอส่ง ${count}`,
  overview: "ภาพรวม",
  board: "ติดตาม",
  review: "ตรวจรายงาน",
  assign: "มอบหมาย",
  kept: "รอตัดสิน",
  exchange: "นำเข้า/ส่งออก",
  tablets: "แท็บเล็ต",
  people: "ผู้ใช้",
  /** Spoken behind a count beside a menu word. */
  toDo: (count: number) => `${count} เรื่องรอท่าน`,
};
