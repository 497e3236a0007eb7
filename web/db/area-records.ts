import type { Attachment } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import type { Instant } from "../../shared/scalars.ts";
import { readContent } from "./content.ts";
import { isUntouched } from "./drafts.ts";
import type { StateSources } from "./report-state.ts";
import type { OutboxRow, SettledRow } from "./rows.ts";

/** An area record as its author knows it: its newest content, and where on the tablet that is. */
export type NewestArea<Body> = {
  submissionId: string;
  assignmentId: string;
  body: Body;
  attachments: Attachment[];
  changedAt: Instant;
  place: "received" | "needs-care" | "queued" | "draft";
};

type AreaSources = Pick<StateSources, "drafts" | "outbox" | "settled" | "submissions">;

/**
 * R37, R38: what the server confirmed, over it what needs care, over that what waits in the outbox,
 * over that the drafts. Removed records are left out.
 *
 * @param read a body as it is needed; what it cannot read leaves the content below as the newest
 */
export function newestAreas<Body>(
  { drafts, outbox, settled, submissions }: AreaSources,
  read: (body: Json) => Body | undefined,
): NewestArea<Body>[] {
  const areas = new Map<string, NewestArea<Body>>();
  const put = (said: NewestArea<Json>): void => {
    const body = said.body === null ? undefined : read(said.body);
    if (body !== undefined) areas.set(said.submissionId, { ...said, body });
    else if (said.body === null) areas.delete(said.submissionId);
  };
  for (const { id: submissionId, kind, assignmentId, body, attachments, madeAt } of submissions) {
    if (kind !== "area") continue;
    const changedAt = madeAt;
    put({ submissionId, assignmentId, body, attachments, changedAt, place: "received" });
  }
  const care = settled.filter(({ needsCare }) => needsCare === 1);
  for (const row of [...care, ...outbox.toSorted((a, b) => a.order - b.order)]) {
    if (row.mutation.kind === "area") put(saidBy(row));
  }
  for (const draft of drafts) {
    if (draft.kind !== "area" || isUntouched(draft)) continue;
    const { submissionId, assignmentId, body, attachments, updatedAt: changedAt } = draft;
    put({ submissionId, assignmentId, body, attachments, changedAt, place: "draft" });
  }
  return [...areas.values()];
}

function saidBy(row: OutboxRow | SettledRow): NewestArea<Json> {
  const { submissionId, assignmentId, mutation, base } = row;
  const said = readContent(mutation) ?? base;
  const needsCare = "receipt" in row;
  // A removal that needs care has to be seen by the record it is about.
  const content = needsCare && said.body === null ? base : said;
  const place = needsCare ? "needs-care" : "queued";
  return { submissionId, assignmentId, ...content, changedAt: mutation.madeAt, place };
}
