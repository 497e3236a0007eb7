import { must } from "../shared/invariant.ts";
import type { Receipt } from "../shared/push.ts";
import type { ReviewComment, StoredSubmission } from "../shared/submission.ts";
import {
  anAreaBody,
  anAttachment,
  anId,
  aReportBody,
  aReview,
  aStoredSubmission,
} from "../shared/test-builders.ts";
import { attachFile } from "./db/files.ts";
import { nextBatch } from "./db/outbox.ts";
import { setPin } from "./db/pin.ts";
import { leavePerson } from "./db/settings.ts";
import { settle } from "./db/settle.ts";
import { submitDraft } from "./db/submit-draft.ts";
import {
  accepted,
  aReply,
  aTablet,
  NOW,
  submit,
  type TestTablet,
  write,
  writeArea,
} from "./db/test-db.ts";

// Tablets in the states an officer meets, for tests that look at every screen.

const UNIT = "2709";
const PHOTO = "เวทีประชาคม.webp";

/** With the names of the district's areas and its province's money. */
export async function aFullTablet(): Promise<TestTablet> {
  const tablet = await aTablet();
  const { db } = tablet;
  const named = (code: string, name: string) => ({ code, name, unit: UNIT, id: code });
  await db.areas.bulkPut([
    { ...named("27", "สระแก้ว"), level: "province", parentCode: null },
    { ...named("2709", "วังสมบูรณ์"), level: "district", parentCode: "27" },
    { ...named("270901", "วังสมบูรณ์"), level: "tambon", parentCode: "2709" },
    { ...named("270902", "วังใหม่"), level: "tambon", parentCode: "2709" },
    { ...named("270903", "วังทอง"), level: "tambon", parentCode: "2709" },
  ]);
  const figure = { fiscalYear: 2567, asOf: NOW, unit: UNIT };
  await db.budgetFigures.bulkPut(
    (["centre", "province", "studyCentre"] as const).map((spender) => ({
      ...figure,
      id: spender,
      spender,
      budgetSource: "B1" as const,
      budgetSatang: 81_547_350_000,
      plannedSatang: 0,
      disbursedSatang: 12_996_400,
    })),
  );
  return tablet;
}

export async function anEmptyTablet(): Promise<TestTablet> {
  const tablet = await aTablet();
  await tablet.db.assignments.clear();
  return tablet;
}

/** The province has a version of the report, with a photo. */
export async function aReceivedReport(fields: Partial<StoredSubmission> = {}) {
  const tablet = await aFullTablet();
  const { db, assignment, authorId } = tablet;
  const received = aStoredSubmission({
    id: assignment.reportId,
    assignmentId: assignment.id,
    authorId,
    version: 2,
    seq: 1204,
    body: aReportBody({ areaCodes: ["270901"], successPoints: "ผู้แทนเรียงลำดับโครงการได้ครบ" }),
    attachments: [anAttachment({ name: PHOTO })],
    history: [
      {
        version: 1,
        body: { successPoints: "" },
        seq: 1100,
        authorName: "นางพิกุล ตัวอย่างรัตน์",
        madeAt: "2024-03-14T02:00:00Z",
        receivedAt: "2024-03-14T02:10:00Z",
        reviews: [],
      },
    ],
    ...fields,
  });
  await db.submissions.put({ ...received, unit: UNIT });
  return tablet;
}

/** Sent back, with a comment on a field and one on the photo. */
export async function aReturnedReport(): Promise<TestTablet> {
  const photo = anAttachment({ name: PHOTO });
  const comment = (field: string, text: string): ReviewComment => ({ id: anId(), field, text });
  const comments = [
    comment("steps.s3", "ขอจำนวนวันที่จัดประชุมจริง"),
    comment(`attachments.${photo.sha256}`, "รูปนี้เห็นหน้าไม่ชัด"),
  ];
  return aReceivedReport({
    attachments: [photo],
    review: aReview({ at: NOW, comments }),
  });
}

/** A draft of the next version lies on what the province has. */
export async function aDraftOnTop(): Promise<TestTablet> {
  const tablet = await aReturnedReport();
  await write(tablet, aReportBody({ successPoints: "แก้ไขตามความเห็น" }));
  return tablet;
}

/** A report with a photo is queued and an area record waits in a draft. */
export async function aWaitingReport(): Promise<TestTablet> {
  const tablet = await aFullTablet();
  const { db, report } = tablet;
  await write(tablet);
  await attachFile(db, report, {
    bytes: new ArrayBuffer(1000),
    name: PHOTO,
    mediaType: "image/webp",
    now: NOW,
  });
  await submitDraft(db, report, NOW);
  return tablet;
}

/** The server's answer to a report that was sent. */
async function answered(receipt: (id: string) => Receipt): Promise<TestTablet & { id: string }> {
  const tablet = await aFullTablet();
  const row = await submit(
    tablet,
    aReportBody({ successPoints: "one two", areaCodes: ["270901"] }),
  );
  const batch = await nextBatch(tablet.db, -1);
  await settle(tablet.db, batch, aReply([receipt(row.mutationId)]), NOW);
  return { ...tablet, id: row.mutationId };
}

/** Two tablets wrote the same field. */
export function aConflict() {
  return answered((mutationId) => ({
    mutationId,
    outcome: "conflict",
    conflictId: anId(),
    current: {
      version: 3,
      body: aReportBody({ successPoints: "one three", steps: { s1: 100, s2: 100, s3: 80 } }),
      attachments: [],
    },
    fields: ["successPoints", "steps.s3"],
  }));
}

export function aHeldReport() {
  return answered((mutationId) => ({
    mutationId,
    outcome: "held",
    reason: "invalid",
    fields: ["successPoints"],
  }));
}

/** The text has arrived, and the server refused the photo for good. */
export async function aRefusedPhoto(): Promise<TestTablet> {
  const tablet = await aWaitingReport();
  const { db } = tablet;
  const batch = await nextBatch(db, -1);
  const row = must(batch[0], "it is queued");
  const missingFiles = (await db.files.toArray()).map(({ sha256 }) => sha256);
  await settle(db, batch, aReply([accepted(row.mutationId, { missingFiles })]), NOW);
  await db.uploads.toCollection().modify({ state: "refused", reason: "not-an-image" });
  return tablet;
}

/** Three areas that together cost more than the district was allotted (R41). */
export async function tooCostlyAreas(): Promise<TestTablet & { area: string }> {
  const tablet = await aFullTablet();
  const drafts = [];
  for (const areaCode of ["270901", "270902", "270903"]) {
    drafts.push(await writeArea(tablet, anAreaBody({ areaCode, costSatang: 300_000 })));
  }
  return { ...tablet, area: must(drafts[0], "three were written").submissionId };
}

/** Signed out on a tablet that knows a person by a PIN. */
export async function aTabletWithPin(): Promise<TestTablet> {
  const tablet = await aFullTablet();
  await setPin(tablet.db, { personId: tablet.authorId, pin: "314159", now: NOW });
  await leavePerson(tablet.db);
  return tablet;
}
