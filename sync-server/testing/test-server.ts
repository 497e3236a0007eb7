import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { pino } from "pino";
import type { Assignment } from "../../shared/assignment.ts";
import { must } from "../../shared/invariant.ts";
import { Session } from "../../shared/person.ts";
import { PullReply } from "../../shared/pull.ts";
import { type Mutation, PushReply, type Receipt } from "../../shared/push.ts";
import type { Role } from "../../shared/role.ts";
import { aMutation, anAssignment, anId } from "../../shared/test-builders.ts";
import { usernameKeyOf } from "../accounts/accounts.ts";
import { openPasswords, type Passwords } from "../accounts/passwords.ts";
import { createApp, FILES_PATH } from "../app.ts";
import { openFiles } from "../files/open-files.ts";
import { addProjects, assign } from "../store/assignments.ts";
import { putFiscalYears } from "../store/fiscal-years.ts";
import { openStore, type Store } from "../store/open.ts";
import { putOrgUnits } from "../store/org-units.ts";
import { addPeople } from "../store/people.ts";
import { sealOf } from "../sync/seal.ts";

export const ORIGIN = "http://localhost:8080";
export const PASSWORD = "a password long enough";

const OFFICES = {
  "": "centre",
  "27": "province",
  "2708": "other district",
  "2709": "district",
  "28": "other province",
  sc01: "study centre",
};

/** One person per role and place that a test can be about; the id is made from the username. */
export const PEOPLE = {
  officer: { role: "districtOfficer", unit: "2709" },
  head: { role: "districtHead", unit: "2709" },
  neighbour: { role: "districtOfficer", unit: "2708" },
  planner: { role: "provincePlanner", unit: "27" },
  provinceHead: { role: "provinceHead", unit: "27" },
  otherPlanner: { role: "provincePlanner", unit: "28" },
  centre: { role: "centralAdmin", unit: "" },
  studyCentre: { role: "studyCentreUser", unit: "sc01" },
  admin: { role: "administrator", unit: "27" },
} as const satisfies Record<string, { role: Role; unit: keyof typeof OFFICES }>;
export type Who = keyof typeof PEOPLE;
export const WHO = Object.keys(PEOPLE).filter((who): who is Who => who in PEOPLE);

const PERSON_NUMBERS = new Map(WHO.map((who, index) => [who, index + 1]));

export function personId(who: Who): string {
  const number = String(must(PERSON_NUMBERS.get(who), "the person exists")).padStart(12, "0");
  return `11111111-1111-4111-8111-${number}`;
}

export type Tablet = { deviceId: string; cookie: string };

export type TestServer = {
  app: Hono;
  store: Store;
  dataDir: string;
  /** One of district 2709, one of its neighbour. */
  assignment: Assignment;
  neighbours: Assignment;
  clock: { now: Date };
  request(path: string, init?: RequestInit & { cookie?: string }): Promise<Response>;
  signIn(who: Who, deviceId?: string): Promise<Tablet>;
  push(tablet: { cookie: string }, ...mutations: Mutation[]): Promise<PushReply>;
  pull(tablet: { cookie: string }, query?: string): Promise<PullReply>;
  /** A sealed mutation of the report of `assignment`, by the officer. */
  report(fields?: Partial<Mutation>): Mutation;
  area(fields?: Partial<Mutation>): Mutation;
  close(): Promise<void>;
};

let passwords: Passwords | undefined;
let passwordHash: string | undefined;

/**
 * The whole server on a fresh SQLite file, without a socket.
 *
 * @param restored opens this data folder instead, which was restored from a backup of another one
 */
export async function openTestServer({
  https = false,
  restored,
}: {
  https?: boolean;
  restored?: Pick<TestServer, "dataDir" | "assignment" | "neighbours">;
} = {}): Promise<TestServer> {
  const dataDir = restored?.dataDir ?? (await mkdtemp(path.join(tmpdir(), "bpm-test-")));
  const clock = { now: new Date("2024-03-15T03:00:00.000Z") };
  const now = () => clock.now;
  const store = await openStore(path.join(dataDir, "bpm.sqlite"), {
    demo: false,
    now: now().toISOString(),
  });
  passwords ??= await openPasswords();
  passwordHash ??= await passwords.hash(PASSWORD);
  const assignment = restored?.assignment ?? anAssignment();
  const neighbours = restored?.neighbours ?? anAssignment({ districtCode: "2708" });
  if (!restored) await fill(store, [assignment, neighbours], passwordHash);
  const publicOrigin = https ? "https://bpm.example" : ORIGIN;
  const app = createApp({
    store,
    passwords,
    now,
    demo: false,
    files: openFiles({ store, dataDir, urlPath: FILES_PATH, now }),
    staticApp: new Map(),
    log: pino({ level: "silent" }),
    version: "0.0.0",
    publicOrigin,
    trustProxy: true,
  });

  const request: TestServer["request"] = async (url, { cookie, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has("origin")) headers.set("origin", publicOrigin);
    if (cookie) headers.set("cookie", cookie);
    return app.request(url, { ...init, headers });
  };

  return {
    app,
    store,
    dataDir,
    assignment,
    neighbours,
    clock,
    request,
    signIn: async (who, deviceId = anId()) => {
      const reply = await request("/api/auth/sign-in", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ username: who, password: PASSWORD, deviceId }),
      });
      if (reply.status !== 200) throw new Error(await reply.text());
      Session.parse(await reply.json());
      return { deviceId, cookie: cookiesOf(reply) };
    },
    push: async ({ cookie }, ...mutations) => {
      const reply = await request("/api/sync/push", pushInit(mutations, { cookie }));
      if (reply.status !== 200) throw new Error(await reply.text());
      return PushReply.parse(await reply.json());
    },
    pull: async ({ cookie }, query = "") => {
      const reply = await request(`/api/sync/pull${query}`, { cookie });
      if (reply.status !== 200) throw new Error(await reply.text());
      return PullReply.parse(await reply.json());
    },
    report: (fields = {}) =>
      sealed({
        kind: "report",
        assignmentId: assignment.id,
        submissionId: assignment.reportId,
        authorId: personId("officer"),
        ...fields,
      }),
    area: (fields = {}) =>
      sealed({
        kind: "area",
        assignmentId: assignment.id,
        authorId: personId("officer"),
        ...fields,
      }),
    close: async () => {
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** A mutation as a tablet would send it, its hash its own. */
export function sealed(fields: Partial<Mutation>): Mutation {
  const mutation = aMutation(fields);
  return { ...mutation, hash: sealOf(mutation) };
}

/** A push over the wire, gzip as tablets send it. */
export function pushInit(mutations: unknown[], carrier: { cookie?: string } = {}) {
  const body = { protocolVersion: 1, deviceId: anId(), epochSeen: null, mutations };
  return {
    ...carrier,
    method: "POST",
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    body: gzipSync(JSON.stringify(body)),
  };
}

export function cookiesOf(reply: Response): string {
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Only the cookie of one kind, as a browser would send it that lost the other. */
export function onlyCookie({ cookie }: Tablet, kind: "session" | "device"): Tablet {
  const kept = cookie.split("; ").find((one) => one.includes(`bpm_${kind}=`));
  return { deviceId: "", cookie: kept ?? "" };
}

/** The one receipt of a push of one. */
export function only(reply: PushReply): Receipt {
  return must(reply.receipts[0], "a push of one has one receipt");
}

async function fill(store: Store, assignments: Assignment[], password_hash: string) {
  await store.writer.transaction().execute(async (tx) => {
    await putOrgUnits(
      tx,
      Object.entries(OFFICES).map(([code, name]) => ({ code, name })),
    );
    await addPeople(
      tx,
      WHO.map((who) => ({
        id: personId(who),
        username: who,
        username_key: usernameKeyOf(who),
        password_hash,
        display_name: `Name of ${who}`,
        role: PEOPLE[who].role,
        user_type: null,
        position_title: "",
        org_unit_code: PEOPLE[who].unit,
        affiliation: "",
        phone: "037000001",
        email: `${who}@bpm.example`,
        registered_on: "2020-10-01",
        suspended_at: null,
      })),
    );
    await putFiscalYears(tx, [{ fiscalYear: 2567, open: true }]);
    await addProjects(
      tx,
      assignments.map(({ project }) => ({ ...project, fiscalYear: 2567 })),
    );
    await assign(tx, assignments);
  });
}
