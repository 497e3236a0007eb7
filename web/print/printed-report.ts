import type { AreaBody } from "../../shared/area-record.ts";
import type { Assignment } from "../../shared/assignment.ts";
import { type Attachment, isPhoto } from "../../shared/attachment.ts";
import type { ReportBody } from "../../shared/report.ts";
import type { Instant } from "../../shared/scalars.ts";

/** One area record as it is printed. */
export type PrintedArea = { id: string; body: AreaBody; attachments: readonly Attachment[] };

/** Everything that stands on the paper form of one report. */
export type PrintedReport = {
  assignment: Assignment;
  reportId: string;
  body: ReportBody;
  attachments: readonly Attachment[];
  areas: readonly PrintedArea[];
  areaNames: ReadonlyMap<string, string>;
  standing: Standing;
  /** Who reports; no position where this device does not know it. */
  reporter: { name: string; position: string };
  /** Who endorsed it, once it was. */
  endorsed: { name: string; at: Instant } | undefined;
};

/** Where what is printed has come: only what the province has received is no draft. */
export type Standing =
  | { kind: "draft" | "queued"; version: number }
  | { kind: "received"; version: number; at: Instant; number: number };

/** One photo with what it belongs to: the report, or one of its area records. */
export type PrintedPhoto = Attachment & { submissionId: string; areaCode?: string };

/** The report's photos, then those of its areas. */
export function photosOf({ reportId, attachments, areas }: PrintedReport): PrintedPhoto[] {
  return [
    ...attachments.filter(isPhoto).map((photo) => ({ ...photo, submissionId: reportId })),
    ...areas.flatMap((area) =>
      area.attachments
        .filter(isPhoto)
        .map((photo) => ({ ...photo, submissionId: area.id, areaCode: area.body.areaCode })),
    ),
  ];
}

/** The papers attached to the report or to its areas; listed, since they cannot be printed here. */
export function documentsOf({ attachments, areas }: PrintedReport): Attachment[] {
  return [attachments, ...areas.map((area) => area.attachments)]
    .flat()
    .filter((attachment) => !isPhoto(attachment));
}
