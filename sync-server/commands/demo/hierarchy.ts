import type { ProjectLevel } from "../../../shared/project.ts";

// Where a project stands in the numbered hierarchy (R23). The codes of the manual stand where the
// manual has them; the rest stand under a group of their own serial.

const level = (number: string, name: string): ProjectLevel => ({ number, name });

const BMN = level("1", "การบริหารการจัดเก็บและใช้ประโยชน์ข้อมูลความจำเป็นพื้นฐาน (จปฐ.)");
const BMN_COLLECTION = level("1.1", "การเตรียมความพร้อมการจัดเก็บข้อมูลความจำเป็นพื้นฐาน (จปฐ.)");
const FUNDS = level("1", "พัฒนากลไกการขับเคลื่อนทุนชุมชน");
const POVERTY = level("1", "ส่งเสริมการขจัดความยากจนและพัฒนาอาชีพ");
const POVERTY_DRIVE = level("1.1", "พัฒนากลไกการขับเคลื่อนการขจัดความยากจน");
const MANAGING = level("2", "เสริมสร้างกระบวนการบริหารจัดการชุมชน");
const SUFFICIENCY = level("2.3", "การขับเคลื่อนกิจกรรมการพัฒนาวิถีชีวิตเศรษฐกิจพอเพียง");
const MOTHER_FUND = level("1", "พัฒนาศักยภาพหมู่บ้านกองทุนแม่ของแผ่นดิน");

/** Groups above a project and its own number, by serial and activity of its code. */
const PLACES: Record<string, { above: ProjectLevel[]; number: string }> = {
  "P0453-02": { above: [BMN, BMN_COLLECTION], number: "1.1.2" },
  "P0453-03": { above: [BMN, BMN_COLLECTION], number: "1.1.3" },
  "S0550-03": { above: [FUNDS], number: "1.3" },
  "S0550-09": { above: [], number: "2" },
  "S0558-11": { above: [], number: "1" },
  "S0558-12": { above: [POVERTY, POVERTY_DRIVE], number: "1.1.2" },
  "S0558-13": { above: [POVERTY, POVERTY_DRIVE], number: "1.1.3" },
  "P0167-02": { above: [], number: "2" },
  "S0570-07": { above: [MANAGING], number: "2.1" },
  "S0570-08": { above: [MANAGING], number: "2.2" },
  "S0570-10": { above: [MANAGING, SUFFICIENCY], number: "2.3.1" },
  "S0570-11": { above: [MANAGING, SUFFICIENCY], number: "2.3.2" },
  "D0838-01": { above: [MOTHER_FUND], number: "1.1" },
  "D0838-02": { above: [MOTHER_FUND], number: "1.2" },
};

const GROUPS: Record<string, string> = {
  S0571: "สร้างสัมมาชีพชุมชน",
  P0167: "ส่งเสริมกระบวนการจัดทำแผนชุมชน",
  P0168: "เสริมสร้างผู้นำและองค์กรชุมชน",
  S0560: "ส่งเสริมผลิตภัณฑ์ชุมชน OTOP",
  S0561: "ส่งเสริมการท่องเที่ยวชุมชน",
  S0572: "ส่งเสริมครัวเรือนและหมู่บ้านพึ่งตนเอง",
  M0001: "บริหารสำนักงานพัฒนาชุมชนอำเภอ",
  M0002: "บริหารสำนักงานพัฒนาชุมชนจังหวัด",
  X0001: "พัฒนาอาชีพตามแผนพัฒนาจังหวัดและกลุ่มจังหวัด",
  X0002: "กองทุนพัฒนาบทบาทสตรี",
  X0003: "ค่าใช้จ่ายบุคลากร",
  X0004: "ค่าใช้จ่ายเบ็ดเตล็ด",
  X0005: "งานที่ใช้เงินกู้ยืม",
  X0006: "เงินอุดหนุนศูนย์และเครือข่ายชุมชน",
};

export function pathOf({ code, name }: { code: string; name: string }): ProjectLevel[] {
  const [, , serial = "", , activity = ""] = code.split("-");
  const place = PLACES[`${serial}-${activity}`];
  if (place) return [...place.above, level(place.number, name)];
  const group = GROUPS[serial];
  const own = level(group ? `1.${Number(activity)}` : "1", name);
  return group ? [level("1", group), own] : [own];
}

/** Projects whose areas are recorded one by one (R43): those of the manual's area list. */
const WITH_AREA_DATA = new Set([
  ...["P0167-02", "S0570-07", "S0570-08", "S0570-10", "S0570-11", "S0558-12"],
  ...["D0838-01", "D0838-02", "S0550-03", "S0550-09", "S0571-01", "S0572-01", "S0572-02"],
]);

export function needsAreaData(code: string): boolean {
  const [, , serial, , activity] = code.split("-");
  return WITH_AREA_DATA.has(`${serial}-${activity}`);
}
