import { afterEach, beforeEach, expect, test } from "vitest";
import { putAreas } from "../store/areas.ts";
import { openTestServer, type TestServer, type Who } from "../testing/test-server.ts";

let server: TestServer;

beforeEach(async () => {
  server = await openTestServer();
  const tambon = { level: "tambon" as const, name: "วังใหม่", parentCode: "2709" };
  const village = { level: "village" as const, name: "บ้านเดิม", parentCode: "270901" };
  await putAreas(server.store.writer, [
    { code: "270901", ...tambon },
    { code: "27090101", ...village },
  ]);
});

afterEach(() => server.close());

async function confirm(who: Who, code: string, name: unknown = "บ้านใหม่พัฒนา") {
  const { cookie } = await server.signIn(who);
  const reply = await server.request(`/api/areas/${code}`, {
    method: "PUT",
    cookie,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
  const answer: { name?: unknown; code?: unknown } = await reply.json();
  return [reply.status, reply.status === 200 ? answer.name : answer.code];
}

async function villagesSeenBy(who: Who) {
  const { puts } = await server.pull(await server.signIn(who));
  return puts.filter(({ type, id }) => type === "area" && id.length === 8).map(({ id }) => id);
}

test("[R27] a village the province confirms is everyone's who sees its district", async () => {
  expect(await confirm("planner", "27090105")).toEqual([200, "บ้านใหม่พัฒนา"]);
  expect(await villagesSeenBy("officer")).toEqual(["27090101", "27090105"]);
  expect(await villagesSeenBy("planner")).toEqual(["27090101", "27090105"]);
  expect(await villagesSeenBy("neighbour")).toEqual([]);
});

test("a village that is there keeps its name, and nothing is told anew", async () => {
  const before = await server.pull(await server.signIn("officer"));
  expect(await confirm("provinceHead", "27090101")).toEqual([200, "บ้านเดิม"]);
  const after = await server.pull(await server.signIn("officer"));
  expect(after.cursor).toBe(before.cursor);
});

test.each<[Who]>([["officer"], ["head"], ["otherPlanner"], ["centre"], ["admin"]])(
  "%s confirms no village here",
  async (who) => {
    expect(await confirm(who, "27090105")).toEqual([403, "forbidden"]);
    expect(await villagesSeenBy("officer")).toEqual(["27090101"]);
  },
);

test("a code or a name that is none is refused", async () => {
  for (const code of ["270901", "27090100", "2709010x", "27990105"]) {
    expect(await confirm("planner", code)).toEqual([404, "not-found"]);
  }
  for (const name of ["", " \u200B", "ก".repeat(101), 5, null]) {
    expect(await confirm("planner", "27090105", name)).toEqual([400, "malformed"]);
  }
  expect(await confirm("planner", "27090105", " บ้านน\u0E4D\u0E49\u0E32 ")).toEqual([200, "บ้านน้ำ"]);
});
