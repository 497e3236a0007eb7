import type { Assignment } from "../../shared/assignment.ts";
import { must } from "../../shared/invariant.ts";
import { Session } from "../../shared/person.ts";
import { emptyReport, ReportBody } from "../../shared/report.ts";
import { anAreaBody } from "../../shared/test-builders.ts";
import { answerInDraft, needingCare } from "../db/care.ts";
import { contentOf } from "../db/content.ts";
import { discardDraft, saveDraft, startDraft } from "../db/drafts.ts";
import { attachFile } from "../db/files.ts";
import { openAppDb } from "../db/open-app-db.ts";
import { takeBack } from "../db/outbox.ts";
import type { DraftRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { currentPerson, enterPerson, leavePerson, readSettings } from "../db/settings.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { type Fault, type FaultyNetwork, faultyNetwork } from "./faulty-network.ts";
import { createLinkSpeed } from "./link-speed.ts";
import { syncRound } from "./sync-round.ts";
import { createTransport, type Fetch } from "./transport.ts";

// One tablet of the fuzz test, driven as a person drives it. Every text a person enters is a token,
// so that it can be found again wherever it went.

export type Credentials = { username: string; password: string };

export type FuzzTablet = {
  db: AppDb;
  network: FaultyNetwork;
  /** What was shown as saved on this tablet and not thrown away by a person since. */
  entered: Set<string>;
  signIn(as: Credentials): Promise<void>;
  signOut(): Promise<void>;
  expireSession(): void;
  writeText(assignment: number, token: string): Promise<void>;
  setPercent(assignment: number, percent: number): Promise<void>;
  addArea(assignment: number, token: string): Promise<void>;
  attach(draft: number, token: string): Promise<void>;
  submit(draft: number): Promise<void>;
  discard(draft: number): Promise<void>;
  takeBackLast(): Promise<void>;
  answerFirst(): Promise<void>;
  sync(faults?: readonly Fault[]): Promise<void>;
};

export async function aFuzzTablet(name: string, server: Fetch): Promise<FuzzTablet> {
  const opened = await openAppDb({ name });
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  const cookies = new Map<string, string>();
  const network = faultyNetwork(withCookies(server, cookies));
  const transport = createTransport(network.fetch);
  const speed = createLinkSpeed();
  const entered = new Set<string>();
  const now = () => new Date().toISOString();
  const pick = <T>(rows: readonly T[], nth: number) => rows[nth % Math.max(1, rows.length)];

  async function draftOf(nth: number): Promise<DraftRow | undefined> {
    const person = await currentPerson(db);
    const drafts = await db.drafts.toArray();
    return pick(
      drafts.filter((draft) => draft.authorId === person?.id),
      nth,
    );
  }

  /** Whoever is at the tablet starts on a submission of one of their assignments. */
  async function start(
    nth: number,
    of: (assignment: Assignment) => Pick<DraftRow, "kind" | "submissionId">,
  ): Promise<DraftRow | undefined> {
    const person = await currentPerson(db);
    const rows = await db.assignments.orderBy("[unit+id]").toArray();
    const assignment = pick(rows.filter((row) => row.open).slice(0, 2), nth);
    if (!person || !assignment) return undefined;
    const wanted = { ...of(assignment), authorId: person.id, assignmentId: assignment.id };
    const draft = await startDraft(db, { ...wanted, now: now() });
    return draft.ok ? draft.value : undefined;
  }

  async function editReport(
    nth: number,
    token: string | undefined,
    edit: (body: ReportBody, assignment: Assignment) => ReportBody,
  ): Promise<void> {
    const draft = await start(nth, ({ reportId }) => ({ kind: "report", submissionId: reportId }));
    if (!draft) return;
    const { assignment } = draft;
    const before = ReportBody.safeParse(draft.body).data ?? emptyReport;
    const required = Object.fromEntries(assignment.outputs.map(({ id }) => [id, 0]));
    const outputs = { ...required, ...before.outputs };
    await save(draft, edit({ ...before, outputs }, assignment), token);
  }

  async function save(draft: DraftRow, body: DraftRow["body"], token?: string): Promise<void> {
    const { revision } = draft;
    const saved = await saveDraft(db, draft, { body, typed: {}, place: "", revision, now: now() });
    if (saved.ok && token) entered.add(token);
  }

  return {
    db,
    network,
    entered,
    async signIn({ username, password }) {
      network.plan([]);
      const { deviceId } = await readSettings(db);
      const response = await network.fetch("/api/auth/sign-in", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ username, password, deviceId }),
      });
      if (!response.ok) throw new Error(`Sign-in was refused: ${await response.text()}`);
      await enterPerson(db, Session.parse(await response.json()), now());
    },
    async signOut() {
      cookies.delete("bpm_session");
      await leavePerson(db);
    },
    expireSession() {
      cookies.delete("bpm_session");
    },
    writeText: (nth, token) =>
      editReport(nth, token, (body) => ({
        ...body,
        successPoints: `${token}\n${body.successPoints}`,
      })),
    setPercent: (nth, percent) =>
      editReport(nth, undefined, (body, { project }) => {
        const step = pick(project.steps, percent);
        return step ? { ...body, steps: { ...body.steps, [step.id]: percent } } : body;
      }),
    async addArea(nth, token) {
      const submissionId = crypto.randomUUID();
      const draft = await start(nth, () => ({ kind: "area", submissionId }));
      if (!draft) return;
      const areaCode = `${draft.assignment.districtCode}01`;
      await save(draft, anAreaBody({ areaCode, result: token }), token);
    },
    async attach(nth, token) {
      const draft = await draftOf(nth);
      if (!draft) return;
      const bytes = new TextEncoder().encode(`%PDF-1.4 ${token}`).buffer;
      const described = { name: `${token}.pdf`, mediaType: "application/pdf" as const };
      const attached = await attachFile(db, draft, { ...described, bytes, now: now() });
      if (attached.ok) entered.add(`${token}.pdf`);
    },
    async submit(nth) {
      const draft = await draftOf(nth);
      if (draft) await submitDraft(db, draft, now());
    },
    async discard(nth) {
      const draft = await draftOf(nth);
      if (!draft) return;
      await discardDraft(db, draft);
      const elsewhere = new Set(tokensIn(draft.base));
      for (const token of tokensIn(draft)) if (!elsewhere.has(token)) entered.delete(token);
    },
    async takeBackLast() {
      const row = await db.outbox.orderBy("order").last();
      if (row) await takeBack(db, row.mutationId, now());
    },
    async answerFirst() {
      const [row] = await needingCare(db);
      if (!row) return;
      const { receipt } = row;
      const mine = contentOf(row.mutation);
      if (receipt.outcome !== "conflict") return;
      const [report, current] = [mine.body, receipt.current.body].map(
        (body) => ReportBody.safeParse(body).data,
      );
      const body =
        report && current ? { ...report, successPoints: both(report, current) } : mine.body;
      const chosen = { body, attachments: mine.attachments };
      await answerInDraft(db, row.mutationId, { chosen, now: now() });
    },
    async sync(faults = []) {
      network.plan(faults);
      await syncRound({ db, transport, clock: Date.now, speed });
      network.plan([]);
    },
  };
}

function both(mine: ReportBody, current: ReportBody): string {
  const lines = [...current.successPoints.split("\n"), ...mine.successPoints.split("\n")];
  return [...new Set(lines)].join("\n");
}

export function tokensIn(value: unknown): string[] {
  return JSON.stringify(value).match(/«\d+»(\.pdf)?/g) ?? [];
}

/** What a browser adds to a request, and keeps of its reply. */
function withCookies(server: Fetch, cookies: Map<string, string>): Fetch {
  return async (url, init) => {
    const headers = new Headers(init.headers);
    headers.set("Origin", "http://localhost:8300");
    headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await server(url, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = must(cookie.split(";")[0], "a cookie has a name").split("=");
      cookies.set(name, value);
    }
    return response;
  };
}
