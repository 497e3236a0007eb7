import type { Assignment } from "../../shared/assignment.ts";
import type { ReportBody } from "../../shared/report.ts";
import type { Random } from "./random.ts";
import { thaiText } from "./thai-text.ts";

/** So that a mutation is about 1.5 KB of JSON. */
const TEXT_LENGTH = { least: 200, spread: 240 };

/** A filled-in form that the server accepts. */
export function reportBody(random: Random, { project, districtCode }: Assignment): ReportBody {
  const done = random.int(project.steps.length);
  const tambon = () => `${districtCode}${String(random.int(18) + 1).padStart(2, "0")}`;
  const day = String(random.int(28) + 1).padStart(2, "0");
  return {
    // In the order in which a tablet seals it.
    activity: { from: `2024-03-${day}`, to: `2024-03-${day}` },
    areaCodes: [...new Set(Array.from({ length: 4 }, tambon))].sort(),
    newVillages: {},
    outputs: { o1: random.int(90) },
    steps: Object.fromEntries(
      project.steps.map(({ id }, at) => [id, at <= done ? 100 : random.int(10) * 10]),
    ),
    successPoints: thaiText(random, TEXT_LENGTH.least + random.int(TEXT_LENGTH.spread)),
  };
}
