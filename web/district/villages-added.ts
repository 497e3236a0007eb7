import type { AreaCode } from "../../shared/area.ts";
import type { ReportBody } from "../../shared/report.ts";
import { readContent } from "../db/content.ts";
import type { StateSources } from "../db/report-state.ts";
import { areaDraftOf } from "./area-form-kind.ts";
import { reportBodyOf } from "./report-content.ts";

export type NewVillages = ReportBody["newVillages"];

type Sources = Pick<StateSources, "drafts" | "outbox" | "submissions">;

/**
 * Names of the villages that the district added on an assignment, in its report or in any of its
 * area records, the newest last word counting.
 */
export function villagesAdded(
  { drafts, outbox, submissions }: Sources,
  assignmentId: string,
): NewVillages {
  const isOfThis = (row: { assignmentId: string }) => row.assignmentId === assignmentId;
  const bodies = [
    ...submissions.filter(isOfThis).map(({ body }) => body),
    ...outbox.filter(isOfThis).map(({ mutation }) => readContent(mutation)?.body),
    ...drafts
      .filter(isOfThis)
      .map(({ kind, body }) => (kind === "report" ? reportBodyOf(body) : areaDraftOf(body))),
  ];
  return Object.fromEntries(bodies.flatMap((body) => Object.entries(body?.newVillages ?? {})));
}

/** Of those, what a record about one area has to say of it. */
export function villageNamed(villages: NewVillages, code: AreaCode | null): NewVillages {
  const name = code === null ? undefined : villages[code];
  return code === null || name === undefined ? {} : { [code]: name };
}
