import { expect, test } from "vitest";
import { aReportBody, aReview, aStoredSubmission } from "../../shared/test-builders.ts";
import { nextBatch } from "./outbox.ts";
import { settle } from "./settle.ts";
import { accepted, aReply, aTablet, NOW, submit, type TestTablet } from "./test-db.ts";

const returned = aReview({
  comments: [{ id: "00000000-0000-4000-8000-00000000c001", field: "steps.s3", text: "ขอให้ตรวจ" }],
});

async function sendCorrection(tablet: TestTablet, successPoints: string, version: number) {
  await submit(tablet, aReportBody({ successPoints }));
  const batch = await nextBatch(tablet.db, -1);
  const receipts = batch.map(({ mutationId }) => accepted(mutationId, { version, seq: version }));
  await settle(tablet.db, batch, aReply(receipts), NOW);
}

function mirrored({ db, assignment }: TestTablet) {
  return db.submissions.get([assignment.districtCode, assignment.reportId]);
}

test("[V4] a correction shows what it follows, before the next pull", async () => {
  const tablet = await aTablet();
  const { db, assignment } = tablet;
  const first = aStoredSubmission({
    id: assignment.reportId,
    assignmentId: assignment.id,
    body: aReportBody({ successPoints: "ครบ" }),
    review: returned,
  });
  await db.submissions.put({ ...first, unit: assignment.districtCode });

  await sendCorrection(tablet, "ครบทุกหมู่บ้าน", 2);
  const { seq, authorName, madeAt, receivedAt } = first;
  const before = {
    version: 1,
    seq,
    authorName,
    madeAt,
    receivedAt,
    body: { successPoints: "ครบ" },
    reviews: [returned],
  };
  expect(await mirrored(tablet)).toMatchObject({
    version: 2,
    review: { state: "received" },
    earlierReviews: [],
    history: [before],
  });

  await sendCorrection(tablet, "ครบทุกหมู่บ้าน 12 หมู่", 3);
  expect(await mirrored(tablet)).toMatchObject({
    version: 3,
    history: [{ version: 2, body: { successPoints: "ครบทุกหมู่บ้าน" }, reviews: [] }, before],
  });
});

test("[V4] a first version has nothing behind it", async () => {
  const tablet = await aTablet();
  await sendCorrection(tablet, "ครบ", 1);
  expect(await mirrored(tablet)).toMatchObject({ version: 1, history: [], earlierReviews: [] });
});
