/** The ten states a report or an area record can be in; `count` only where it says something. */
export const status = {
  "not-reported": "ยังไม่รายงาน",
  draft: "ร่าง",
  queued: "รอส่ง",
  sending: "กำลังส่ง",
  "photos-pending": "รอรูป",
  received: "ถึงจังหวัดแล้ว",
  returned: "ส่งกลับแก้ไข",
  conflict: "ขัดกัน",
  "needs-care": "ต้องดูแล",
  endorsed: "รับรองแล้ว",
};
