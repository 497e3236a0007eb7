import type { Assignment } from "../../shared/assignment.ts";
import { must } from "../../shared/invariant.ts";
import { emptyReport } from "../../shared/report.ts";
import { aReportBody } from "../../shared/test-builders.ts";
import { saveDraft, startDraft } from "../db/drafts.ts";
import { attachFile } from "../db/files.ts";
import { openAppDb } from "../db/open-app-db.ts";
import { readPastedText, savePastedText } from "../db/pasted-text.ts";
import type { DraftRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { enterPerson, readSettings } from "../db/settings.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { createLinkSpeed } from "../sync/link-speed.ts";
import { syncRound } from "../sync/sync-round.ts";
import { createTransport, type Transport } from "../sync/transport.ts";

// A tablet for tests: the app's own database and transport, the real server behind them.

export type RescueTablet = {
  db: AppDb;
  /** What its browser holds; changes with the replies. */
  readonly cookie: string;
  transport: Transport;
  /** As it was when the tablet was made. */
  deviceId: string;
  /** Somebody else at the same tablet. */
  signIn(credentials: Credentials): Promise<void>;
  /** The session is over; nobody noticed yet. */
  loseSession(): void;
  /** Everything its profile holds, on another tablet. */
  copy(): Promise<RescueTablet>;
  /** Who signed in last. */
  readonly personId: string;
  sync(): Promise<void>;
  /** Starts the report of the assignment and writes `text` into it, with a document attached. */
  write(text: string): Promise<DraftRow>;
  submit(draft: DraftRow): Promise<string>;
  /** Pastes a table for the assignment's area records. */
  paste(text: string): Promise<void>;
  close(): Promise<void>;
};

type Credentials = { username: string; password: string };

/** The real server, as a test hands it in. */
export type RescueServer = {
  assignment: Assignment;
  request(url: string, init: RequestInit & { cookie: string }): Promise<Response>;
};

/** A tablet on which somebody signed in, and which has been in contact. */
export async function aRescueTablet(
  server: RescueServer,
  credentials: Credentials,
): Promise<RescueTablet> {
  const tablet = await aTablet(server, { cookies: new Map(), personId: "" });
  await tablet.signIn(credentials);
  await tablet.sync();
  return tablet;
}

async function aTablet(
  server: RescueServer,
  { cookies, personId }: { cookies: Map<string, string>; personId: string },
): Promise<RescueTablet> {
  const name = `rescue-${crypto.randomUUID()}`;
  const opened = await openAppDb({ name });
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  const { deviceId } = await readSettings(db);
  let signedIn = personId;
  const jar = () => [...cookies].map(([cookie, value]) => `${cookie}=${value}`).join("; ");
  const transport = createTransport(async (url, init) => {
    const reply = await server.request(url, { ...init, cookie: jar() });
    for (const set of reply.headers.getSetCookie()) {
      const [, cookie = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(cookie, value);
    }
    return reply;
  });
  const now = "2024-03-15T02:41:08.000Z";

  const tablet: RescueTablet = {
    db,
    get cookie() {
      return jar();
    },
    transport,
    deviceId,
    async signIn(credentials) {
      const settings = await readSettings(db);
      const session = await transport.signIn({ ...credentials, deviceId: settings.deviceId });
      if (!session.ok) throw new Error(JSON.stringify(session.error));
      await enterPerson(db, session.value, now);
      signedIn = session.value.person.id;
    },
    loseSession() {
      cookies.delete("bpm_session");
    },
    async copy() {
      const twin = await aTablet(server, { cookies: new Map(cookies), personId: signedIn });
      for (const { name: table } of db.tables) {
        await twin.db.table(table).clear();
        await twin.db.table(table).bulkPut(await db.table(table).toArray());
      }
      return twin;
    },
    get personId() {
      return signedIn;
    },
    async sync() {
      const ended = await syncRound({ db, transport, clock: Date.now, speed: createLinkSpeed() });
      if (!ended.ok) throw new Error(ended.error.kind);
    },
    async write(text) {
      const { id: assignmentId, reportId: submissionId } = server.assignment;
      const authorId = signedIn;
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
    async paste(text) {
      const key = { authorId: signedIn, assignmentId: server.assignment.id };
      const read = await readPastedText(db, key, now);
      if (!read.ok) throw new Error(read.error.kind);
      const saved = await savePastedText(db, key, { text, revision: read.value.revision, now });
      if (!saved.ok) throw new Error(saved.error.kind);
    },
    async close() {
      db.close();
      await db.delete();
    },
  };
  return tablet;
}
