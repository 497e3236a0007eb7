import type { Attachment } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import { emptyReport, ReportBody } from "../../shared/report.ts";
import { contentOf } from "../db/content.ts";
import { isUntouched } from "../db/drafts.ts";
import type { DraftRow, OutboxRow, SubmissionRow } from "../db/rows.ts";

export type ReportContent = { body: ReportBody; attachments: Attachment[] };

/** Where a report can be on this tablet, each absent while it is not there. */
export type ReportPlaces = {
  draft?: DraftRow | undefined;
  /** The newest mutation that is not settled. */
  queued?: OutboxRow | undefined;
  confirmed?: SubmissionRow | undefined;
};

/** What the report says as its author knows it: the draft, else what is queued, else confirmed. */
export function newestContent({ draft, queued, confirmed }: ReportPlaces): ReportContent {
  if (draft && !isUntouched(draft)) return contentFrom(draft.body, draft.attachments);
  if (queued) {
    const { body, attachments } = contentOf(queued.mutation);
    return contentFrom(body, attachments);
  }
  return confirmed ? contentFrom(confirmed.body, confirmed.attachments) : contentFrom(null, []);
}

/** A body as the form can show it; what is no report shows as an empty one. */
export function reportBodyOf(body: Json): ReportBody {
  const parsed = ReportBody.safeParse(body);
  return parsed.success ? parsed.data : emptyReport;
}

function contentFrom(body: Json, attachments: Attachment[]): ReportContent {
  return { body: reportBodyOf(body), attachments };
}
