import { AreaBody } from "../../shared/area-record.ts";
import type { Attachment } from "../../shared/attachment.ts";
import { readContent } from "./content.ts";
import { isUntouched } from "./drafts.ts";
import type { PersonRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { submissionsOf } from "./submissions.ts";

/** An area record as its author knows it, and where what it says has come. */
export type AreaRecord = {
  id: string;
  body: AreaBody;
  attachments: Attachment[];
  state: "draft" | "queued" | "received";
};

/**
 * The area records of an assignment: what the server confirmed, over it what waits in the outbox,
 * over that the person's own drafts. Removed ones are left out, and drafts that are not records yet.
 */
export async function areaRecordsHere(
  db: AppDb,
  person: Pick<PersonRow, "id" | "orgUnitCode">,
  assignmentId: string,
): Promise<AreaRecord[]> {
  const [received, queued, drafts] = await Promise.all([
    submissionsOf(db, person.orgUnitCode, assignmentId),
    db.outbox.where("assignmentId").equals(assignmentId).sortBy("order"),
    db.drafts.where("assignmentId").equals(assignmentId).toArray(),
  ]);
  const records = new Map<string, AreaRecord>();
  const put = ({ submissionId: id, body, attachments }: Said, state: AreaRecord["state"]): void => {
    const area = AreaBody.safeParse(body);
    if (area.success) records.set(id, { id, body: area.data, attachments, state });
    else if (body === null) records.delete(id);
  };
  for (const row of received.toSorted((a, b) => a.seq - b.seq)) {
    if (row.kind === "area") put({ ...row, submissionId: row.id }, "received");
  }
  for (const { submissionId, mutation } of queued) {
    const content = mutation.kind === "area" ? readContent(mutation) : undefined;
    if (content) put({ ...content, submissionId }, "queued");
  }
  for (const draft of drafts) {
    const isOwn = draft.kind === "area" && draft.authorId === person.id;
    if (isOwn && !isUntouched(draft)) put(draft, "draft");
  }
  return [...records.values()];
}

type Said = { submissionId: string; body: unknown; attachments: Attachment[] };
