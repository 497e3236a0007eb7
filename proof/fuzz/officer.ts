import type { Assignment } from "../../shared/assignment.ts";
import { emptyReport, ReportBody } from "../../shared/report.ts";
import { anAreaBody } from "../../shared/test-builders.ts";
import { answerInDraft, needingCare } from "../../web/db/care.ts";
import { contentOf } from "../../web/db/content.ts";
import { discardDraft, saveDraft, startDraft } from "../../web/db/drafts.ts";
import { attachFile, type FileToAttach } from "../../web/db/files.ts";
import { takeBack } from "../../web/db/outbox.ts";
import type { DraftRow } from "../../web/db/rows.ts";
import { currentPerson, enterPerson, leavePerson, readSettings } from "../../web/db/settings.ts";
import { submitDraft } from "../../web/db/submit-draft.ts";
import { PASSWORD } from "./office.ts";
import type { FuzzTablet } from "./tablet.ts";
import { tokensIn } from "./tokens.ts";

// What a person does at a tablet, through the app's own functions. Every text they enter is a token,
// so that it can be found again wherever it went. A refused step is no step.

const pick = <T>(rows: readonly T[], nth: number) => rows[nth % Math.max(1, rows.length)];

/** @returns whether the server let them in */
export async function signIn(
  tablet: FuzzTablet,
  username: string,
  password = PASSWORD,
): Promise<boolean> {
  const { db, transport } = tablet;
  const { deviceId } = await readSettings(db);
  const session = await transport.signIn({ username, password, deviceId });
  if (session.ok) await enterPerson(db, session.value, tablet.now());
  return session.ok;
}

/** Signing out in the village: the server hears nothing of it. */
export async function signOut({ db, cookies }: FuzzTablet): Promise<void> {
  cookies.delete("bpm_session");
  await leavePerson(db);
}

/** @param more what stands behind the token in its paragraph */
export function writeText(
  tablet: FuzzTablet,
  nth: number,
  token: string,
  more = "",
): Promise<void> {
  return editReport(tablet, nth, token, (body) => ({
    ...body,
    successPoints: `${token}${more}\n${body.successPoints}`,
  }));
}

export function setPercent(tablet: FuzzTablet, nth: number, percent: number): Promise<void> {
  return editReport(tablet, nth, undefined, (body, { project }) => {
    const step = pick(project.steps, percent);
    return step ? { ...body, steps: { ...body.steps, [step.id]: percent } } : body;
  });
}

export async function addArea(tablet: FuzzTablet, nth: number, token: string): Promise<void> {
  const submissionId = crypto.randomUUID();
  const draft = await start(tablet, nth, () => ({ kind: "area", submissionId }));
  if (!draft) return;
  const areaCode = `${draft.assignment.districtCode}01`;
  await save(tablet, draft, anAreaBody({ areaCode, result: token }), token);
}

export function attach(tablet: FuzzTablet, nth: number, token: string): Promise<void> {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${token}`).buffer;
  return attachTo(tablet, nth, { name: `${token}.pdf`, mediaType: "application/pdf", bytes });
}

export function photograph(
  tablet: FuzzTablet,
  nth: number,
  token: string,
  bytes: ArrayBuffer,
): Promise<void> {
  return attachTo(tablet, nth, { name: `${token}.webp`, mediaType: "image/webp", bytes });
}

async function attachTo(
  tablet: FuzzTablet,
  nth: number,
  file: Omit<FileToAttach, "now">,
): Promise<void> {
  const draft = await draftOf(tablet, nth);
  if (!draft) return;
  const attached = await attachFile(tablet.db, draft, { ...file, now: tablet.now() });
  if (attached.ok) tablet.entered.add(file.name);
}

export async function submit(tablet: FuzzTablet, nth: number): Promise<void> {
  const draft = await draftOf(tablet, nth);
  if (draft) await submitDraft(tablet.db, draft, tablet.now());
}

export async function discard(tablet: FuzzTablet, nth: number): Promise<void> {
  const draft = await draftOf(tablet, nth);
  if (!draft) return;
  // From here on the person does not expect it to be kept, wherever the app dies.
  const elsewhere = new Set(tokensIn(draft.base));
  for (const token of tokensIn(draft)) if (!elsewhere.has(token)) tablet.entered.delete(token);
  await discardDraft(tablet.db, draft);
}

export async function takeBackLast({ db, now }: FuzzTablet): Promise<void> {
  const row = await db.outbox.orderBy("order").last();
  if (row) await takeBack(db, row.mutationId, now());
}

/** Answers a conflict by taking both sides whole. */
export async function answerFirst({ db, now }: FuzzTablet): Promise<void> {
  const [row] = await needingCare(db);
  if (row?.receipt.outcome !== "conflict") return;
  const { current } = row.receipt;
  const mine = contentOf(row.mutation);
  const [report, stored] = [mine.body, current.body].map((body) => ReportBody.safeParse(body).data);
  const body = report && stored ? { ...report, successPoints: both(report, stored) } : mine.body;
  const known = new Set(mine.attachments.map(({ sha256 }) => sha256));
  const others = current.attachments.filter(({ sha256 }) => !known.has(sha256));
  const chosen = { body, attachments: [...mine.attachments, ...others] };
  await answerInDraft(db, row.mutationId, { chosen, now: now() });
}

function both(mine: ReportBody, current: ReportBody): string {
  const lines = [...current.successPoints.split("\n"), ...mine.successPoints.split("\n")];
  return [...new Set(lines)].join("\n");
}

async function draftOf({ db }: FuzzTablet, nth: number): Promise<DraftRow | undefined> {
  const person = await currentPerson(db);
  const drafts = await db.drafts.toArray();
  return pick(
    drafts.filter((draft) => draft.authorId === person?.id),
    nth,
  );
}

/** Whoever is at the tablet starts on a submission of one of their assignments. */
async function start(
  { db, now }: FuzzTablet,
  nth: number,
  of: (assignment: Assignment) => Pick<DraftRow, "kind" | "submissionId">,
): Promise<DraftRow | undefined> {
  const person = await currentPerson(db);
  const rows = await db.assignments.orderBy("[unit+id]").toArray();
  const assignment = pick(
    rows.filter((row) => row.open),
    nth,
  );
  if (!person || !assignment) return undefined;
  const wanted = { ...of(assignment), authorId: person.id, assignmentId: assignment.id };
  const draft = await startDraft(db, { ...wanted, now: now() });
  return draft.ok ? draft.value : undefined;
}

async function editReport(
  tablet: FuzzTablet,
  nth: number,
  token: string | undefined,
  edit: (body: ReportBody, assignment: Assignment) => ReportBody,
): Promise<void> {
  const draft = await start(tablet, nth, ({ reportId }) => ({
    kind: "report",
    submissionId: reportId,
  }));
  if (!draft) return;
  const { assignment } = draft;
  const before = ReportBody.safeParse(draft.body).data ?? emptyReport;
  const required = Object.fromEntries(assignment.outputs.map(({ id }) => [id, 0]));
  const outputs = { ...required, ...before.outputs };
  await save(tablet, draft, edit({ ...before, outputs }, assignment), token);
}

async function save(
  { db, now, entered }: FuzzTablet,
  draft: DraftRow,
  body: DraftRow["body"],
  token: string | undefined,
): Promise<void> {
  const { revision } = draft;
  const saved = await saveDraft(db, draft, { body, typed: {}, place: "", revision, now: now() });
  if (saved.ok && token) entered.add(token);
}
