import { afterEach, beforeEach, expect, test } from "vitest";
import { Session } from "../../shared/person.ts";
import { MAX_RESCUE_BYTES } from "../../shared/rescue-file.ts";
import { anId } from "../../shared/test-builders.ts";
import {
  onlyCookie,
  openTestServer,
  PASSWORD,
  type Tablet,
  type TestServer,
} from "../testing/test-server.ts";

let server: TestServer;
let officer: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
});

afterEach(() => server.close());

async function send(
  { cookie }: { cookie: string },
  headers: Record<string, string> = {},
  body: BodyInit = "no rescue file",
): Promise<{ status: number; code: unknown }> {
  const reply = await server.request("/api/rescue", {
    method: "POST",
    cookie,
    headers: { "content-type": "application/octet-stream", ...headers },
    body,
  });
  const answer: { code?: unknown } = await reply.json();
  return { status: reply.status, code: answer.code };
}

async function keyOf(deviceId: string) {
  const reply = await server.request("/api/auth/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "officer", password: PASSWORD, deviceId }),
  });
  return Session.parse(await reply.json()).rescue;
}

test("[O13] every tablet gets the same key and a pass of its own, the same at every sign-in", async () => {
  const [one, two] = [anId(), anId()];
  const [first, again, second] = [await keyOf(one), await keyOf(one), await keyOf(two)];
  expect(again).toEqual(first);
  expect({ ...second, devicePass: "" }).toEqual({ ...first, devicePass: "" });
  expect(second.devicePass).not.toBe(first.devicePass);
});

test("[O13] the session says the pass to its own tablet only", async () => {
  const session = async (cookie: string) =>
    Session.parse(await (await server.request("/api/auth/session", { cookie })).json());
  const { rescue } = await session(officer.cookie);
  expect(rescue).toEqual(await keyOf(officer.deviceId));
  expect((await session(onlyCookie(officer, "session").cookie)).rescue.devicePass).toBeNull();
});

test("importing takes a person's session; a tablet's credential is not enough", async () => {
  expect(await send({ cookie: "" })).toEqual({ status: 401, code: "sign-in-required" });
  expect(await send(onlyCookie(officer, "device"))).toMatchObject({ status: 401 });
  expect(await send(onlyCookie(officer, "session"))).toMatchObject({ code: "rescue-damaged" });
  expect((await server.request("/api/rescue/drafts")).status).toBe(401);
});

test("a rescue file comes as bytes, from the app's own origin, and no larger than agreed", async () => {
  expect(await send(officer, { "content-type": "text/plain" })).toMatchObject({ status: 415 });
  expect(await send(officer, { origin: "https://evil.example" })).toMatchObject({ status: 403 });
  const tooLarge = { "content-length": String(MAX_RESCUE_BYTES + 1) };
  expect(await send(officer, tooLarge)).toEqual({ status: 413, code: "too-large" });
});

test("few imports at a time; one more is told to come again", async () => {
  const slow = [1, 2, 3, 4].map(() => beginSlowly());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await send(officer)).toEqual({ status: 503, code: "busy" });
  for (const { finish, reply } of slow) {
    finish();
    expect((await reply).status).toBe(400);
  }
  expect(await send(officer)).toEqual({ status: 400, code: "rescue-damaged" });
});

/** An import whose bytes take their time. */
function beginSlowly() {
  let finish = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      finish = () => controller.close();
    },
  });
  // Node wants `duplex` said for a body that streams; the DOM's types do not know it.
  const streamed: RequestInit & { duplex: "half" } = {
    duplex: "half",
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      cookie: officer.cookie,
      origin: "http://localhost:8080",
    },
    body,
  };
  return { finish, reply: server.app.request("/api/rescue", streamed) };
}

test("one person's imports are counted", async () => {
  for (let nth = 0; nth < 20; nth += 1) {
    expect(await send(officer)).toMatchObject({ status: 400 });
  }
  expect(await send(officer)).toEqual({ status: 429, code: "too-many-requests" });
  expect(await send(await server.signIn("planner"))).toMatchObject({ status: 400 });
});
