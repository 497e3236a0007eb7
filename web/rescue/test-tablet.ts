import type { Assignment } from "../../shared/assignment.ts";
import { must } from "../../shared/invariant.ts";
import { emptyReport } from "../../shared/report.ts";
import { aReportBody } from "../../shared/test-builders.ts";
import { saveDraft, startDraft } from "../db/drafts.ts";
import { attachFile } from "../db/files.ts";
import { openAppDb } from "../db/open-app-db.ts";
import type { DraftRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { enterPerson, readSettings } from "../db/settings.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { createLinkSpeed } from "../sync/link-speed.ts";
import { syncRound } from "../sync/sync-round.ts";
import { createTransport, type Transport } from "../sync/transport.ts";

// A tablet of the rescue tests: the app's own database and transport, the real server behind them.

export type RescueTablet = {
  db: AppDb;
  cookie: string;
  transport: Transport;
  deviceId: string;
  personId: string;
  sync(): Promise<void>;
  /** Starts the report of the assignment and writes `text` into it, with a document attached. */
  write(text: string): Promise<DraftRow>;
  submit(draft: DraftRow): Promise<string>;
  close(): Promise<void>;
};

/** The real server, as a test hands it in. */
export type RescueServer = {
  assignment: Assignment;
  request(url: string, init: RequestInit & { cookie: string }): Promise<Response>;
};

export async function aRescueTablet(
  server: RescueServer,
  credentials: { username: string; password: string },
): Promise<RescueTablet> {
  const name = `rescue-${crypto.randomUUID()}`;
  const opened = await openAppDb({ name });
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  const { deviceId } = await readSettings(db);
  let cookie = "";
  const transport = createTransport(async (url, init) => {
    const reply = await server.request(url, { ...init, cookie });
    const set = reply.headers.getSetCookie().map((one) => one.split(";")[0]);
    if (set.length > 0) cookie = set.join("; ");
    return reply;
  });
  const session = await transport.signIn({ ...credentials, deviceId });
  if (!session.ok) throw new Error(session.error.kind);
  const now = "2024-03-15T02:41:08.000Z";
  await enterPerson(db, session.value, now);

  const tablet: RescueTablet = {
    db,
    cookie,
    transport,
    deviceId,
    personId: session.value.person.id,
    async sync() {
      const ended = await syncRound({ db, transport, clock: Date.now, speed: createLinkSpeed() });
      if (!ended.ok) throw new Error(ended.error.kind);
    },
    async write(text) {
      const { id: assignmentId, reportId: submissionId } = server.assignment;
      const authorId = session.value.person.id;
      const wanted = { authorId, submissionId, assignmentId, kind: "report" as const, now };
      const draft = await startDraft(db, wanted);
      if (!draft.ok) throw new Error(draft.error.kind);
      const bytes = new TextEncoder().encode(`%PDF-1.4 ${text}`).buffer;
      const described = { name: `${text}.pdf`, mediaType: "application/pdf" as const, now };
      await attachFile(db, wanted, { ...described, bytes });
      const body = aReportBody({ ...emptyReport, outputs: { o1: 5 }, successPoints: text });
      const { revision } = draft.value;
      await saveDraft(db, wanted, { body, typed: {}, place: "results", revision, now });
      return must(await db.drafts.get([authorId, submissionId]), "it was just saved");
    },
    async submit(draft) {
      const submitted = await submitDraft(db, draft, now);
      if (!submitted.ok) throw new Error(JSON.stringify(submitted.error));
      return submitted.value;
    },
    async close() {
      db.close();
      await db.delete();
    },
  };
  await tablet.sync();
  return tablet;
}
