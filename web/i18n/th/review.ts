export const review = {
  comments: "ความเห็น",
  pin: (number: number) => `หมุดที่ ${number}`,
  history: "ประวัติ",
};
