import type { AreaDraft } from "../../shared/area-record.ts";
import type { Json } from "../../shared/canonical-json.ts";
import type { Instant } from "../../shared/scalars.ts";
import { readContent } from "../db/content.ts";
import { isUntouched } from "../db/drafts.ts";
import { notReported, type StateSources, type SubmissionState } from "../db/report-state.ts";
import type { OutboxRow, SettledRow } from "../db/rows.ts";
import { areaDraftOf } from "./area-form-kind.ts";

/** One area record as its author knows it: its newest content, wherever that is. */
export type AreaRecord = {
  submissionId: string;
  assignmentId: string;
  body: AreaDraft;
  state: SubmissionState;
  changedAt: Instant;
};

type Newest = Omit<AreaRecord, "state" | "body"> & { body: Json };

/** R37, R38: the area records of this tablet's person and office that were not removed. */
export function areaRecords(
  sources: Omit<StateSources, "sending">,
  states: ReadonlyMap<string, SubmissionState>,
): AreaRecord[] {
  const newest = new Map<string, Newest>();
  for (const { id, kind, assignmentId, body, madeAt } of sources.submissions) {
    if (kind !== "area") continue;
    newest.set(id, { submissionId: id, assignmentId, body, changedAt: madeAt });
  }
  const care = sources.settled.filter(({ needsCare }) => needsCare === 1);
  for (const row of [...care, ...sources.outbox.toSorted((a, b) => a.order - b.order)]) {
    if (row.mutation.kind === "area") newest.set(row.submissionId, contentOfRow(row));
  }
  for (const draft of sources.drafts) {
    if (draft.kind !== "area" || isUntouched(draft)) continue;
    const { submissionId, assignmentId, body, updatedAt: changedAt } = draft;
    newest.set(submissionId, { submissionId, assignmentId, body, changedAt });
  }
  return [...newest.values()]
    .filter(({ body }) => body !== null)
    .map(({ body, ...record }) => ({
      ...record,
      body: areaDraftOf(body),
      state: states.get(record.submissionId) ?? notReported,
    }));
}

function contentOfRow(row: OutboxRow | SettledRow): Newest {
  const { submissionId, assignmentId, mutation, base } = row;
  const said = readContent(mutation) ?? base;
  // A removal that needs care has to be seen by the record it is about.
  const body = "receipt" in row && said.body === null ? base.body : said.body;
  return { submissionId, assignmentId, body, changedAt: mutation.madeAt };
}
