import type { OrgUnitCode } from "../../../shared/org-unit.ts";
import type { Role } from "../../../shared/role.ts";
import { source } from "./source.ts";

export type DemoPerson = {
  username: string;
  displayName: string;
  role: Role;
  userType: string;
  positionTitle: string;
  orgUnitCode: OrgUnitCode;
  affiliation: string;
};

const OFFICER = "นักวิชาการพัฒนาชุมชนชำนาญการ";
const STRATEGY_GROUP = "กลุ่มงานยุทธศาสตร์การพัฒนาชุมชน";
const STUDY_CENTRE = "sc01";

/** Head and officer of each district, in the order of the districts. Nobody here exists. */
const DISTRICT_PEOPLE: readonly (readonly [head: string, officer: string])[] = [
  ["นางฟ้าใส จำลองสุข", "นายสายน้ำ ตัวอย่างงาม"],
  ["นายดินดี จำลองกุล", "นางสาวข้าวหอม สมมุติงาม"],
  ["นางสาวรุ่งอรุณ ทดลองไทย", "นายทิวไผ่ ตัวอย่างเพียร"],
  ["นายลมเย็น สมมุติพันธ์", "นางสาวปลายฝน จำลองศรี"],
  ["นางดาวเรือง ตัวอย่างวงศ์", "นายภูเขา ทดลองดี"],
  ["นายเมฆขาว จำลองชัย", "นางสาวน้ำค้าง สมมุติรัตน์"],
  ["นางสาวมะลิ ทดลองคุณ", "นายต้นสน จำลองพงศ์"],
  ["นายไผ่ สมมุติทรัพย์", "นางสาวบัวตอง ตัวอย่างใจ"],
  ["นางพิกุล ตัวอย่างรัตน์", "นายข้าวกล้า ทดลองเพชร"],
];

export const PROVINCE_PLANNER = "planner1";
const PROVINCE_HEAD = "province-head";

export function headOf(districtCode: OrgUnitCode): string {
  return `head${districtCode}`;
}

export function officerOf(districtCode: OrgUnitCode): string {
  return `officer${districtCode}`;
}

export function demoOrgUnits(): { code: OrgUnitCode; name: string }[] {
  const { province, districts } = source;
  return [
    { code: "", name: "กรมการพัฒนาชุมชน" },
    { code: STUDY_CENTRE, name: "ศูนย์ศึกษาและพัฒนาชุมชนตัวอย่าง" },
    { code: province.code, name: province.nameTh },
    ...districts.map(({ code, nameTh }) => ({ code, name: `อำเภอ${nameTh}` })),
  ];
}

export function demoPeople(): DemoPerson[] {
  const { province, districts } = source;
  const atProvince = { orgUnitCode: province.code, userType: "จังหวัด" };
  const planner = { ...atProvince, role: "provincePlanner", affiliation: STRATEGY_GROUP } as const;
  return [
    ...districts.flatMap(({ code, nameTh }, index): DemoPerson[] => {
      const [head = "", officer = ""] = DISTRICT_PEOPLE[index] ?? [];
      const here = { userType: "อำเภอ", orgUnitCode: code, affiliation: `สพอ.${nameTh}` };
      return [
        {
          ...here,
          username: headOf(code),
          displayName: head,
          role: "districtHead",
          positionTitle: "พัฒนาการอำเภอ",
        },
        {
          ...here,
          username: officerOf(code),
          displayName: officer,
          role: "districtOfficer",
          positionTitle: OFFICER,
        },
      ];
    }),
    {
      ...planner,
      username: PROVINCE_PLANNER,
      displayName: "นางสาวใบข้าว ตัวอย่างดี",
      positionTitle: `ผู้อำนวยการ${STRATEGY_GROUP}`,
    },
    {
      ...planner,
      username: "planner2",
      displayName: "นายต้นกล้า สมมุติชน",
      positionTitle: OFFICER,
    },
    {
      ...atProvince,
      username: PROVINCE_HEAD,
      displayName: "นายภูผา สมมุติกิจ",
      role: "provinceHead",
      positionTitle: "พัฒนาการจังหวัด",
      affiliation: `สพจ.${province.nameTh}`,
    },
    {
      ...atProvince,
      username: "admin",
      displayName: "นายระบบ ทดลองดูแล",
      role: "administrator",
      positionTitle: "ผู้ดูแลระบบ",
      affiliation: "กลุ่มงานสารสนเทศการพัฒนาชุมชน",
    },
    {
      username: "centre",
      displayName: "นางสาวกลางใจ สมมุติแผน",
      role: "centralAdmin",
      userType: "ส่วนกลาง",
      positionTitle: "นักวิเคราะห์นโยบายและแผนชำนาญการ",
      orgUnitCode: "",
      affiliation: "กองแผนงาน",
    },
    {
      username: "study-centre",
      displayName: "นายเรียนรู้ จำลองศึกษา",
      role: "studyCentreUser",
      userType: "ศูนย์ศึกษา",
      positionTitle: OFFICER,
      orgUnitCode: STUDY_CENTRE,
      affiliation: "ศูนย์ศึกษาและพัฒนาชุมชนตัวอย่าง",
    },
  ];
}
