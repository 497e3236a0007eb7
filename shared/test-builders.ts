import type { AreaBody } from "./area-record.ts";
import type { Assignment } from "./assignment.ts";
import type { Attachment } from "./attachment.ts";
import type { Mutation } from "./push.ts";
import { emptyReport, type ReportBody } from "./report.ts";
import type { Review, StoredSubmission } from "./submission.ts";

// Builders for tests: a test shows only the fields it is about.

let made = 0;

/** A fresh UUID, different at every call and the same in every run. */
export function anId(): string {
  made += 1;
  return `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`;
}

/** A hash-shaped text; equal for equal seeds. */
export function aSha256(seed = anId()): string {
  return [...seed]
    .reduce((hex, char) => hex + char.charCodeAt(0).toString(16), "")
    .padEnd(64, "0")
    .slice(-64);
}

export function anAssignment(fields: Partial<Assignment> = {}): Assignment {
  return {
    id: anId(),
    fiscalYear: 2567,
    districtCode: "2709",
    reportId: anId(),
    project: {
      id: anId(),
      code: "801-112-P0167-2024-02",
      path: [
        { number: "2", name: "ส่งเสริมกระบวนการจัดทำแผนชุมชน" },
        { number: "2.1", name: "ประชุมเชิงปฏิบัติการจัดทำแผนพัฒนาตำบล" },
      ],
      budgetSource: "B1",
      areaLevel: "tambon",
      needsAreaData: true,
      steps: [
        { id: "s1", name: "แต่งตั้งคณะทำงานและประสานพื้นที่เป้าหมาย", weight: 10 },
        { id: "s2", name: "จัดทำโครงการ ขออนุมัติ และยืมเงินราชการ", weight: 20 },
        { id: "s3", name: "ดำเนินการประชุมเชิงปฏิบัติการ", weight: 40 },
        { id: "s4", name: "เบิกจ่าย/ส่งใช้เงินยืม", weight: 15 },
        { id: "s5", name: "สรุปและรายงานผลในระบบ", weight: 15 },
      ],
    },
    outputs: [
      {
        id: "o1",
        indicator: "ผู้แทนหมู่บ้าน/ตำบล",
        unit: "คน",
        provinceTarget: 1770,
        districtTarget: 90,
      },
    ],
    allotmentSatang: 300_000,
    plannedAreaCount: 3,
    dueOn: "2024-03-18",
    sortKey: 1,
    open: true,
    ...fields,
  };
}

export function aReportBody(fields: Partial<ReportBody> = {}): ReportBody {
  return { ...emptyReport, outputs: { o1: 58 }, steps: { s1: 100, s2: 100, s3: 60 }, ...fields };
}

export function anAreaBody(fields: Partial<AreaBody> = {}): AreaBody {
  return {
    areaCode: "270901",
    venue: "ศาลาประชาคม หมู่ที่ 5",
    targetGroup: "ผู้แทนหมู่บ้าน",
    participants: { men: 14, women: 18, total: 32 },
    result: "ทบทวนแผน 8 หมู่บ้าน",
    heldOn: "2024-03-14",
    newVillages: {},
    costSatang: 100_000,
    costReason: "",
    position: null,
    ...fields,
  };
}

export function anAttachment(fields: Partial<Attachment> = {}): Attachment {
  return {
    sha256: aSha256(),
    sizeBytes: 1000,
    mediaType: "image/webp",
    name: "ประชุม.webp",
    ...fields,
  };
}

/** A mutation whose `hash` is only hash-shaped: seal it with the side's own hashing where that matters. */
export function aMutation(fields: Partial<Mutation> = {}): Mutation {
  return {
    mutationId: anId(),
    kind: "report",
    submissionId: anId(),
    assignmentId: anId(),
    baseVersion: 0,
    body: aReportBody(),
    attachments: [],
    authorId: anId(),
    madeAt: "2024-03-15T02:41:08Z",
    hash: aSha256(),
    ...fields,
  };
}

/** What the province said; unless told otherwise, it sent the submission back. */
export function aReview(fields: Partial<Review> = {}): Review {
  return {
    state: "returned",
    at: "2024-03-14T08:00:00Z",
    byId: anId(),
    byName: "นายต้นกล้า สมมุติชน",
    comments: [],
    ...fields,
  };
}

export function aStoredSubmission(fields: Partial<StoredSubmission> = {}): StoredSubmission {
  return {
    id: anId(),
    kind: "report",
    assignmentId: anId(),
    version: 1,
    seq: 1,
    body: aReportBody(),
    attachments: [],
    authorId: anId(),
    authorName: "นางพิกุล ตัวอย่างรัตน์",
    madeAt: "2024-03-15T02:41:08Z",
    receivedAt: "2024-03-15T03:04:00Z",
    missingFiles: [],
    review: { state: "received", at: null, byId: null, byName: null, comments: [] },
    earlierReviews: [],
    history: [],
    ...fields,
  };
}
