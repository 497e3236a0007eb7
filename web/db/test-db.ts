import type { Table } from "dexie";
import type { AreaDraft } from "../../shared/area-record.ts";
import type { Assignment } from "../../shared/assignment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import { must } from "../../shared/invariant.ts";
import type { PushReply, Receipt } from "../../shared/push.ts";
import { anAreaBody, anAssignment, anId, aReportBody } from "../../shared/test-builders.ts";
import { type DraftKey, saveDraft, startDraft } from "./drafts.ts";
import { openAppDb } from "./open-app-db.ts";
import type { OutboxRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { enterPerson } from "./settings.ts";
import { submitDraft } from "./submit-draft.ts";

// Builders for tests: a database with one officer and one assignment in it.

export const NOW = "2024-03-15T02:41:08.000Z";
export const EPOCH = "00000000-0000-4000-8000-00000000e001";

export type TestTablet = { db: AppDb; assignment: Assignment; authorId: string; report: DraftKey };

export async function aTablet(): Promise<TestTablet> {
  const opened = await openAppDb({ name: `test-${anId()}` });
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  const assignment = anAssignment();
  const authorId = anId();
  await db.assignments.put({ ...assignment, unit: assignment.districtCode });
  await enterPerson(db, aSession(authorId, assignment.districtCode), NOW);
  return { db, assignment, authorId, report: { authorId, submissionId: assignment.reportId } };
}

function aSession(id: string, orgUnitCode: string) {
  const person = {
    id,
    username: "phikun",
    displayName: "นางพิกุล ตัวอย่างรัตน์",
    role: "districtOfficer" as const,
    userType: null,
    positionTitle: "นักวิชาการพัฒนาชุมชน",
    orgUnitCode,
    orgUnitName: "อำเภอตัวอย่าง",
    affiliation: "",
    phone: "",
    email: "",
    registeredOn: "2024-01-01",
  };
  const rescue = { keyId: "0".repeat(16), publicKey: `04${"0".repeat(128)}`, devicePass: null };
  return { person, expiresAt: "2024-04-15T00:00:00.000Z", demo: false, deviceId: null, rescue };
}

/** Writes a report into the draft of the tablet's assignment, starting it where there is none. */
export async function write(tablet: TestTablet, body: Json = aReportBody()): Promise<void> {
  const { db, assignment, report } = tablet;
  const wanted = { ...report, kind: "report" as const, assignmentId: assignment.id, now: NOW };
  const draft = await startDraft(db, wanted);
  if (!draft.ok) throw new Error(draft.error.kind);
  const { revision } = draft.value;
  const saved = await saveDraft(db, report, { body, typed: {}, place: "", revision, now: NOW });
  if (!saved.ok) throw new Error(saved.error.kind);
}

/** Writes an area record into a draft of its own. */
export async function writeArea(
  { db, assignment, authorId }: TestTablet,
  body: AreaDraft = anAreaBody(),
  submissionId = anId(),
): Promise<DraftKey> {
  const key = { authorId, submissionId };
  const wanted = { ...key, kind: "area" as const, assignmentId: assignment.id, now: NOW };
  const draft = await startDraft(db, wanted);
  if (!draft.ok) throw new Error(draft.error.kind);
  const { revision } = draft.value;
  const saved = await saveDraft(db, key, { body, typed: {}, place: "", revision, now: NOW });
  if (!saved.ok) throw new Error(saved.error.kind);
  return key;
}

/** Writes and submits a report; the row as it stands in the outbox. */
export async function submit(tablet: TestTablet, body: Json = aReportBody()): Promise<OutboxRow> {
  await write(tablet, body);
  const submitted = await submitDraft(tablet.db, tablet.report, NOW);
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.error));
  return must(await tablet.db.outbox.get({ mutationId: submitted.value }), "it is queued");
}

export function accepted(
  mutationId: string,
  fields: Partial<Extract<Receipt, { outcome: "accepted" }>> = {},
): Receipt {
  return {
    mutationId,
    outcome: "accepted",
    version: 1,
    seq: 1,
    receivedAt: NOW,
    missingFiles: [],
    ...fields,
  };
}

export function aReply(receipts: Receipt[], fields: Partial<PushReply> = {}): PushReply {
  return { epoch: EPOCH, headSeq: 10, backedUpSeq: 0, receipts, ...fields };
}

/** The browser does not give back the row that is read first, as it does with a large value whose file it lost. */
export function refuseFirst<Row, Key, New>(table: Table<Row, Key, New>): void {
  let isFirst = true;
  table.hook("reading", (row) => {
    if (!isFirst) return row;
    isFirst = false;
    throw new DOMException("", "DataError");
  });
}
