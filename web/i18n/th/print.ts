export const print = {
  title: (year: number) => `แบบรายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ${year}`,
  preview: "พิมพ์แบบรายงาน",
};
