export const province = {
  search: "รหัสหรือชื่อโครงการ",
  searchKey: "กด / เพื่อค้นหา",
  awaitingReview: "รอตรวจ",
};
