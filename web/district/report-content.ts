import type { Attachment } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import { emptyReport, ReportBody } from "../../shared/report.ts";
import type { SubmissionBody } from "../../shared/submission.ts";
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
  if (draft && !isUntouched(draft)) {
    return { body: reportBodyOf(draft.body), attachments: draft.attachments };
  }
  if (queued) {
    const { body, attachments } = contentOf(queued.mutation);
    return { body: ownReport(body), attachments };
  }
  if (!confirmed) return { body: emptyReport, attachments: [] };
  return { body: ownReport(confirmed.body), attachments: confirmed.attachments };
}

/** A body as the form can show it; what is no report shows as an empty one. */
export function reportBodyOf(body: Json): ReportBody {
  const parsed = ReportBody.safeParse(body);
  return parsed.success ? parsed.data : emptyReport;
}

/** Of what was checked when it was sealed or pulled. */
function ownReport(body: SubmissionBody): ReportBody {
  return body !== null && "steps" in body ? body : emptyReport;
}
