export const time = {
  /** "09:41 น." */
  clock: (digits: string) => `${digits} น.`,
  today: "วันนี้",
  tomorrow: "พรุ่งนี้",
  yesterday: "เมื่อวาน",
  inDays: (days: number) => `อีก ${days} วัน`,
  daysAgo: (days: number) => `${days} วันก่อน`,
  /** Of something due: it should have been done. */
  overdueBy: (days: number) => `เลยกำหนด ${days} วัน`,
  dueToday: "ครบกำหนดวันนี้",
  dueOn: (date: string) => `ครบกำหนด ${date}`,
  /** "วันศุกร์ที่ 15 มีนาคม 2567" */
  onWeekday: (weekday: string, date: string) => `${weekday}ที่ ${date}`,
  asOf: (moment: string) => `ข้อมูล ณ ${moment}`,
  seconds: (seconds: number) => `${seconds} วินาที`,
  minutes: (minutes: number) => `${minutes} นาที`,
  hours: (hours: number) => `${hours} ชั่วโมง`,
  days: (days: number) => `${days} วัน`,
};
