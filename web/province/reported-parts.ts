import type { OrgUnitCode } from "../../shared/org-unit.ts";
import { compareThai } from "../../shared/thai-collation.ts";
import type { ReceivedReports } from "../db/received.ts";

/** One part of what an office oversees: a district of a province, a province of the centre. */
export type ReportedPart = {
  code: OrgUnitCode;
  name: string;
  assigned: number;
  reported: number;
  endorsed: number;
};

/** How many of the assignments of each part have a report with the province, in Thai order. */
export function reportedParts(
  unit: OrgUnitCode,
  { assignments, reports, areaNames }: ReceivedReports,
): ReportedPart[] {
  const codeLength = unit === "" ? 2 : 4;
  const parts = new Map<OrgUnitCode, ReportedPart>();
  for (const { districtCode, reportId } of assignments) {
    const code = districtCode.slice(0, codeLength);
    const part = parts.get(code) ?? { code, name: "", assigned: 0, reported: 0, endorsed: 0 };
    const report = reports.get(reportId);
    parts.set(code, {
      code,
      name: areaNames.get(code) ?? code,
      assigned: part.assigned + 1,
      reported: part.reported + Number(report !== undefined),
      endorsed: part.endorsed + Number(report?.review.state === "endorsed"),
    });
  }
  return [...parts.values()].sort((a, b) => compareThai(a.name, b.name));
}
