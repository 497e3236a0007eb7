import * as z from "zod/mini";
import { Attachment } from "../../shared/attachment.ts";
import { hexOf } from "../../shared/hex.ts";
import { must } from "../../shared/invariant.ts";
import type { Receipt } from "../../shared/push.ts";
import {
  anAreaBody,
  anAssignment,
  anId,
  aReportBody,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import { applyDelta } from "../../web/db/apply-delta.ts";
import { saveDraft } from "../../web/db/drafts.ts";
import { attachFile } from "../../web/db/files.ts";
import { noteOpenForm } from "../../web/db/open-form.ts";
import { flagMutation, markSent } from "../../web/db/outbox.ts";
import { setPin } from "../../web/db/pin.ts";
import { changeSettings } from "../../web/db/settings.ts";
import { settle } from "../../web/db/settle.ts";
import { submitDraft } from "../../web/db/submit-draft.ts";
import {
  accepted,
  aReply,
  aTablet,
  EPOCH,
  NOW,
  submit,
  type TestTablet,
  write,
  writeArea,
} from "../../web/db/test-db.ts";
import { keepReserve } from "../../web/db/text-reserve.ts";
import { noteUpload } from "../../web/db/uploads.ts";

/**
 * A tablet with something of everything a tablet may hold, made by the app's own hands: drafts of
 * two people, what waits and what was sent, every kind of receipt, files on their way, the mirror.
 */
export async function aTabletOfEverything(): Promise<TestTablet> {
  const tablet = await aTablet();
  const { db, assignment, authorId, report } = tablet;
  await mirror(tablet);
  await write(tablet);
  await photograph(tablet, "ประชุม.webp", 700);
  await settleAs(tablet, await submitted(tablet), "accepted");
  const [upload] = await db.uploads.toArray();
  await noteUpload(db, must(upload, "the photo is queued"), {
    state: "sending",
    offset: 300,
    uploadUrl: "/api/files/1",
  });
  await settleAs(tablet, await submit(tablet, aReportBody({ successPoints: "ขัดกัน" })), "conflict");
  await settleAs(tablet, await area(tablet, "270902"), "held");

  const sent = await area(tablet, "270903");
  await markSent(db, [must(await db.outbox.get({ mutationId: sent.mutationId }), "it is queued")]);
  await flagMutation(db, sent.order, { code: "malformed", at: NOW });
  await write(tablet, aReportBody({ successPoints: "ทับรายการเดิม" }));
  await photograph(tablet, "หลังประชุม.webp", 900);
  await submitted(tablet);

  await write(tablet, aReportBody({ successPoints: "ยังไม่เสร็จ" }));
  await photograph(tablet, "ร่าง.webp", 500);
  const half = await writeArea(tablet, anAreaBody({ areaCode: "270904" }));
  const draft = must(await db.drafts.get([half.authorId, half.submissionId]), "it was started");
  const typed = { costSatang: "12,00" };
  await saveDraft(db, half, { ...draft, typed, place: "cost", now: NOW });
  await write({ ...tablet, authorId: anId(), report: { ...report, authorId: anId() } });

  await setPin(db, { personId: authorId, pin: "482915", now: NOW });
  await noteOpenForm(db, { personId: authorId, path: `/reports/${assignment.id}` });
  await keepReserve(db);
  await changeSettings(db, { rescue: await aRescueKey() });
  return tablet;
}

async function aRescueKey() {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { publicKey } = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  return { keyId: "0".repeat(16), publicKey: hexOf(raw), devicePass: null };
}

async function mirror({ db, assignment }: TestTablet): Promise<void> {
  const rows = [
    { type: "assignment", id: assignment.id, row: assignment },
    ...[anAssignment()].map((row) => ({ type: "assignment", id: row.id, row })),
    ...[aStoredSubmission()].map((row) => ({ type: "submission", id: row.id, row })),
    ...[
      { code: "270901", name: "วังสมบูรณ์", level: "tambon", parentCode: "2709" },
      { code: "270902", name: "วังใหม่", level: "tambon", parentCode: "2709" },
    ].map((row) => ({ type: "area", id: row.code, row })),
    { type: "fiscalYear", id: "2567", row: { fiscalYear: 2567, open: true } },
    {
      type: "budgetFigure",
      id: "2567/B1/province",
      row: {
        fiscalYear: 2567,
        budgetSource: "B1",
        spender: "province",
        budgetSatang: 500_000,
        plannedSatang: 400_000,
        disbursedSatang: 100_000,
        asOf: NOW,
      },
    },
    {
      type: "keptAnswer",
      id: anId(),
      row: { mutationId: anId(), state: "answered", note: "ส่งซ้ำ", byName: "แผน", at: NOW },
    },
    { type: "ofALaterApp", id: "1", row: { says: "later" } },
  ];
  const page = { epoch: EPOCH, headSeq: 9, backedUpSeq: 0, cursor: "9", puts: rows, removes: [] };
  await applyDelta(db, assignment.districtCode, { ...page, reset: false, more: false }, NOW);
}

async function photograph({ db, report }: TestTablet, name: string, size: number): Promise<void> {
  const bytes = crypto.getRandomValues(new Uint8Array(size)).buffer;
  const thumbnail = crypto.getRandomValues(new Uint8Array(60)).buffer;
  const file = { bytes, thumbnail, name, mediaType: "image/webp" as const, caption: name };
  await attachFile(db, report, { ...file, now: NOW });
}

async function submitted({ db, report }: TestTablet) {
  const done = await submitDraft(db, report, NOW);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return must(await db.outbox.get({ mutationId: done.value }), "it is queued");
}

async function area(tablet: TestTablet, areaCode: string) {
  const report = await writeArea(tablet, anAreaBody({ areaCode }));
  return submitted({ ...tablet, report });
}

type Queued = Awaited<ReturnType<typeof submitted>>;

async function settleAs(
  { db }: TestTablet,
  row: Queued,
  outcome: Receipt["outcome"],
): Promise<void> {
  await settle(db, [row], aReply([receiptFor(row, outcome)]), NOW);
}

function receiptFor({ mutationId, mutation }: Queued, outcome: Receipt["outcome"]): Receipt {
  switch (outcome) {
    case "accepted": {
      const files = z.array(Attachment).parse(mutation.attachments);
      return accepted(mutationId, { missingFiles: files.map(({ sha256 }) => sha256) });
    }
    case "conflict": {
      const body = aReportBody({ successPoints: "ของอีกเครื่อง" });
      const current = { version: 2, body, attachments: [] };
      return { mutationId, outcome, conflictId: anId(), current, fields: ["successPoints"] };
    }
    default:
      return { mutationId, outcome: "held", reason: "project-closed" };
  }
}
