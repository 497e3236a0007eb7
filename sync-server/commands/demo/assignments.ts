import { type Assignment, OutputTarget } from "../../../shared/assignment.ts";
import { codeYearOf, type FiscalYear } from "../../../shared/fiscal-year.ts";
import { SATANG_PER_BAHT } from "../../../shared/money.ts";
import type { Project } from "../../../shared/project.ts";
import type { IsoDate } from "../../../shared/scalars.ts";
import { needsAreaData, pathOf } from "./hierarchy.ts";
import { idOf } from "./ids.ts";
import { type DemoDistrict, type DemoProject, source } from "./source.ts";
import { daysFrom } from "./story-time.ts";

/** The story's day is 15 March: so far from today is the end of each quarter. */
const QUARTER_END_DAYS = { 1: -75, 2: 16, 3: 107, 4: 199 } as const;
/** One project is due this week. */
const DUE_SOON = { serial: "P0167", activity: "02", days: 3 };

/** The forty projects, moved to a fiscal year: codes, and the year where names mention it. */
export function demoProjects(fiscalYear: FiscalYear): Project[] {
  return source.projects.map((project) => {
    const code = codeIn(project, fiscalYear);
    const name = project.nameTh.replaceAll(String(source.fiscalYearBE), String(fiscalYear));
    return {
      id: idOf("project", code),
      code,
      path: pathOf({ code, name }),
      budgetSource: project.group,
      areaLevel: project.areaKind,
      needsAreaData: needsAreaData(code),
      steps: (source.stepTemplates[project.stepTemplate] ?? []).map(({ seq, nameTh, weight }) => ({
        id: `s${seq}`,
        name: nameTh,
        weight,
      })),
    };
  });
}

/** Every project that is not the province's own, given to every district by its number of areas. */
export function demoAssignments(fiscalYear: FiscalYear, today: IsoDate): Assignment[] {
  const projects = demoProjects(fiscalYear);
  return source.projects.flatMap((demo, index) => {
    const project = projects[index];
    if (!project || demo.areaKind === "province") return [];
    return source.districts.map((district): Assignment => {
      const areas = areaCount(demo, district);
      return {
        id: idOf("assignment", project.code, district.code),
        fiscalYear,
        districtCode: district.code,
        reportId: idOf("report", project.code, district.code),
        project,
        outputs: [
          OutputTarget.parse({
            id: "o1",
            indicator: demo.indicatorTh,
            unit: demo.unitTh,
            // R26: running costs have no target for the province as a whole.
            provinceTarget: demo.stepTemplate === "S6" ? null : demo.targetTotal,
            districtTarget: demo.targetPerArea * areas,
          }),
        ],
        allotmentSatang: demo.costPerAreaBaht * areas * SATANG_PER_BAHT,
        plannedAreaCount: areas,
        dueOn: dueOn(demo, today),
        sortKey: index + 1,
        open: true,
      };
    });
  });
}

function areaCount({ areaKind, areasPerDistrict }: DemoProject, { tambons }: DemoDistrict): number {
  return areasPerDistrict ?? (areaKind === "tambon" ? tambons.length : 1);
}

function codeIn({ code }: DemoProject, fiscalYear: FiscalYear): string {
  return code.replace(`-${codeYearOf(source.fiscalYearBE)}-`, `-${codeYearOf(fiscalYear)}-`);
}

function dueOn({ code, quarters }: DemoProject, today: IsoDate): IsoDate {
  const [, , serial, , activity] = code.split("-");
  if (serial === DUE_SOON.serial && activity === DUE_SOON.activity) {
    return daysFrom(today, DUE_SOON.days);
  }
  const last = quarters.at(-1);
  const quarter = last === "1" || last === "2" || last === "3" ? last : 4;
  return daysFrom(today, QUARTER_END_DAYS[quarter]);
}
