import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { KeptReply, type KeptWork } from "../../shared/kept.ts";
import { type Mutation, Receipt } from "../../shared/push.ts";
import { SyncError } from "../../shared/sync-error.ts";
import { anId, aReportBody } from "../../shared/test-builders.ts";
import { revokeDevice } from "../store/devices.ts";
import {
  only,
  onlyCookie,
  openTestServer,
  personId,
  type Tablet,
  type TestServer,
  WHO,
} from "../testing/test-server.ts";

let server: TestServer;
let officer: Tablet;
let planner: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
  planner = await server.signIn("planner");
});
afterEach(() => server.close());

const body = aReportBody({ successPoints: "ครบ" });
const wrong = aReportBody({ successPoints: "ครบ", steps: { s1: 900 } });

async function kept({ cookie }: Tablet = planner): Promise<KeptWork[]> {
  const reply = await server.request("/api/kept", { cookie });
  return KeptReply.parse(await reply.json()).kept;
}

function post(url: string, said: object, { cookie }: Tablet = planner) {
  const headers = { "content-type": "application/json" };
  return server.request(url, { method: "POST", cookie, headers, body: JSON.stringify(said) });
}

async function release(hash: string, said: object = {}): Promise<Receipt> {
  const reply = await post(`/api/kept/${hash}/releases`, { mutationId: anId(), ...said });
  expect(reply.status).toBe(200);
  return Receipt.parse(await reply.json());
}

async function hold(fields: Partial<Mutation>, by: Tablet = officer): Promise<Mutation> {
  const mutation = server.report(fields);
  expect(only(await server.push(by, mutation)).outcome).toMatch(/held|waiting/);
  return mutation;
}

async function versions() {
  return server.store.reader.selectFrom("versions").select(["author_id", "body"]).execute();
}

describe("[K1] what is held or waits is a queue with a screen", () => {
  test("[K1] held and waiting work is listed with its reason, its author and all it said", async () => {
    const { hash } = await hold({ body: wrong });
    const waiting = await hold({ body, baseVersion: 3 });
    expect(await kept()).toMatchObject([
      {
        hash,
        receipt: { outcome: "held", reason: "invalid", fields: ["steps.s1"] },
        authorName: "Name of officer",
        officeName: "district",
        body: wrong,
        fromRevokedTablet: false,
        isOutdated: false,
      },
      { hash: waiting.hash, receipt: { outcome: "waiting", for: { version: 3 } } },
    ]);
  });

  test.each(WHO)("[K1] %s sees it if it is of the offices they decide for", async (who) => {
    await hold({ body: wrong });
    const reply = await server.request("/api/kept", { cookie: (await server.signIn(who)).cookie });
    const mayDecide = ["planner", "provinceHead", "otherPlanner", "centre", "admin"].includes(who);
    expect(reply.status).toBe(mayDecide ? 200 : 403);
    if (!mayDecide) return;
    const seen = KeptReply.parse(await reply.json()).kept.length;
    expect(seen).toBe(who === "otherPlanner" ? 0 : 1);
  });

  test("[K1] work of no office that the server knows is the centre's to decide, and no province's", async () => {
    const { hash } = await hold({ body, authorId: anId(), assignmentId: anId() });
    expect(await kept()).toEqual([]);
    expect((await post(`/api/kept/${hash}/answers`, { note: "x" })).status).toBe(404);
    expect(await kept(await server.signIn("centre"))).toMatchObject([{ hash }]);
  });

  test("[K1] what its author corrected since is marked as outdated", async () => {
    await hold({ body: wrong });
    await server.push(officer, server.report({ body, madeAt: "2024-03-16T02:41:08Z" }));
    expect(await kept()).toMatchObject([{ isOutdated: true }]);
  });

  test("[K1] a predecessor that arrives late releases its followers, and they leave the queue", async () => {
    const first = server.report({ body });
    await hold({ body, baseMutationId: first.mutationId });
    expect(await kept()).toHaveLength(1);
    await server.push(officer, first);
    expect(await kept()).toEqual([]);
    expect(await versions()).toHaveLength(2);
  });
});

describe("[K2] a person decides about it", () => {
  test("[K2] a repaired body is reconciled again, in its author's name, and the first answer stays", async () => {
    const mutation = await hold({ body: wrong });
    const { cursor } = await server.pull(officer);
    expect(await release(mutation.hash, { body })).toMatchObject({ outcome: "accepted" });
    expect(await versions()).toMatchObject([{ author_id: personId("officer") }]);
    expect(await kept()).toEqual([]);
    const again = only(await server.push(officer, mutation));
    expect(again, "[R1]").toMatchObject({ outcome: "held", reason: "invalid" });
    const { puts } = await server.pull(officer, `?cursor=${cursor}`);
    expect(puts.find(({ type }) => type === "keptAnswer")).toMatchObject({
      row: { mutationId: mutation.mutationId, state: "released", byName: "Name of planner" },
    });
  });

  test("[K2] a repair that is none changes nothing, and the work stays in the queue once", async () => {
    const { hash } = await hold({ body: wrong });
    expect(await release(hash, { body: wrong })).toMatchObject({ outcome: "held" });
    expect(await kept()).toMatchObject([{ hash }]);
    expect(await versions()).toEqual([]);
    expect(await release(hash, { body })).toMatchObject({ outcome: "accepted" });
  });

  test("[K2] work out of a revoked tablet is taken over once a person vouches for it", async () => {
    await revokeDevice(server.store.writer, officer.deviceId, server.clock.now.toISOString());
    const { hash } = await hold({ body }, onlyCookie(officer, "device"));
    expect(await kept()).toMatchObject([{ hash, fromRevokedTablet: true }]);
    expect(await release(hash)).toMatchObject({ outcome: "accepted" });
  });

  test("[K2] what waits for work that never comes is taken over without it", async () => {
    const { hash } = await hold({ body, baseMutationId: anId() });
    expect(await release(hash)).toMatchObject({ outcome: "accepted" });
    expect(await kept()).toEqual([]);
  });

  test("[K2] an answer ends it, with a word for its author; nobody decides twice", async () => {
    const { hash, mutationId } = await hold({ body: wrong });
    expect((await post(`/api/kept/${hash}/answers`, { note: "ส่งซ้ำ ไม่ต้องแก้" })).status).toBe(204);
    expect(await kept()).toEqual([]);
    expect(await versions()).toEqual([]);
    const { puts } = await server.pull(officer);
    const told = must(
      puts.find(({ type }) => type === "keptAnswer"),
      "the tablet is told",
    );
    expect(told.row).toMatchObject({ mutationId, state: "answered", note: "ส่งซ้ำ ไม่ต้องแก้" });
    for (const action of ["answers", "releases"]) {
      const said = action === "answers" ? { note: "x" } : { mutationId: anId() };
      expect((await post(`/api/kept/${hash}/${action}`, said)).status).toBe(404);
    }
  });

  test("[K2] another province, a district and nobody decide nothing", async () => {
    const { hash } = await hold({ body: wrong });
    const url = `/api/kept/${hash}/releases`;
    const said = { mutationId: anId(), body };
    const answers = [
      await post(url, said, await server.signIn("otherPlanner")),
      await post(url, said, officer),
      await post(url, said, onlyCookie(planner, "device")),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 403, 401]);
    expect(SyncError.parse(await answers[0]?.json()).code).toBe("not-found");
    expect(await versions()).toEqual([]);
  });
});
