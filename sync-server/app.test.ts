import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MAX_BATCH_BYTES } from "../shared/push.ts";
import { SyncError } from "../shared/sync-error.ts";
import { anAreaBody, anId } from "../shared/test-builders.ts";
import { suspendPerson } from "./store/people.ts";
import {
  cookiesOf,
  ORIGIN,
  onlyCookie,
  openTestServer,
  PASSWORD,
  personId,
  pushInit,
  type Tablet,
  type TestServer,
} from "./testing/test-server.ts";

let server: TestServer;
let officer: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
});
afterEach(() => server.close());

async function refusal(reply: Response): Promise<[number, string]> {
  return [reply.status, SyncError.parse(await reply.json()).code];
}

const json = { "content-type": "application/json" };

describe("a push that is not one", () => {
  const push = (init: RequestInit) =>
    server.request("/api/sync/push", { method: "POST", cookie: officer.cookie, ...init });

  test.each<[string, BodyInit | null, Record<string, string>, [number, string]]>([
    ["no JSON", "{", json, [400, "malformed"]],
    ["nothing", null, json, [400, "malformed"]],
    ["not UTF-8", new Uint8Array([0xff, 0xfe]), json, [400, "malformed"]],
    ["a list", "[]", json, [400, "malformed"]],
    ["a form", "a=1", {}, [415, "unsupported-media-type"]],
    ["brotli", "x", { ...json, "content-encoding": "br" }, [415, "unsupported-media-type"]],
    ["no gzip", "x", { ...json, "content-encoding": "gzip" }, [400, "malformed"]],
    ["10 MB", "x".repeat(10_000_000), json, [413, "too-large"]],
    [
      "a gzip bomb",
      gzipSync("0".repeat(50_000_000)),
      { ...json, "content-encoding": "gzip" },
      [413, "too-large"],
    ],
  ])("%s", async (_name, body, headers, answer) => {
    expect(await refusal(await push({ body, headers }))).toEqual(answer);
  });

  test("a body over the limit says the limit", async () => {
    const reply = await push({ body: "x".repeat(1_000_000), headers: json });
    const { maxBytes = 0 } = SyncError.parse(await reply.json());
    expect(maxBytes).toBeGreaterThanOrEqual(MAX_BATCH_BYTES);
  });

  test("a whole batch of the greatest size is served", async () => {
    const text = "ก".repeat(3200);
    const batch = Array.from({ length: 50 }, () =>
      server.area({ body: anAreaBody({ result: text }) }),
    );
    expect(JSON.stringify(batch).length).toBeLessThan(MAX_BATCH_BYTES);
    const { receipts } = await server.push(officer, ...batch);
    expect(receipts.every(({ outcome }) => outcome === "accepted")).toBe(true);
  });

  test("51 mutations, and none", async () => {
    const many = Array.from({ length: 51 }, () => server.area({ body: anAreaBody() }));
    expect(await refusal(await push(pushInit(many)))).toEqual([400, "malformed"]);
    expect(await refusal(await push(pushInit([])))).toEqual([400, "malformed"]);
  });

  test("fields that nobody knows, and fields of a wrong type", async () => {
    const mutation = server.report();
    for (const broken of [{ ...mutation, more: 1 }, { ...mutation, baseVersion: "0" }, 7]) {
      expect(await refusal(await push(pushInit([broken])))).toEqual([400, "malformed"]);
    }
  });

  test("one mutation that is not what its hash says refuses the batch, and stores nothing", async () => {
    const good = server.area({ body: anAreaBody() });
    const changed = { ...server.report(), madeAt: "2024-03-15T09:00:00Z" };
    expect(await refusal(await push(pushInit([good, changed])))).toEqual([400, "hash-mismatch"]);
    for (const table of ["versions", "kept_mutations"] as const) {
      const rows = await server.store.reader.selectFrom(table).selectAll().execute();
      expect(rows).toEqual([]);
    }
  });

  test("[P1] a newer protocol whose push still parses is served", async () => {
    const body = {
      protocolVersion: 99,
      deviceId: anId(),
      epochSeen: null,
      mutations: [server.report()],
    };
    expect((await push({ headers: json, body: JSON.stringify(body) })).status).toBe(200);
  });
});

test("whatever comes to whatever route, the answer is never 500", async () => {
  const routes = ["/api/health", "/api/auth/sign-in", "/api/auth/sign-out", "/api/auth/session"];
  routes.push("/api/sync/push", "/api/sync/pull", "/api/files", `/api/files/${"a".repeat(32)}`);
  routes.push("/api/docs", "/api/openapi.json", "/api/none", "/", "/x/../../etc/passwd", "/%00");
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  const body = fc.oneof(text, fc.json(), fc.constant(JSON.stringify({ mutations: [null] })));
  const headerNames = fc.constantFrom(
    ...["content-type", "content-encoding", "content-length", "tus-resumable", "upload-length"],
    ...["upload-metadata", "upload-offset", "cookie", "accept", "x-forwarded-for", "if-none-match"],
  );
  const headerValue = fc.oneof(
    fc.constantFrom("application/json", "gzip", "1.0.0", "0", "-1", "1e9", "sha256 eA=="),
    fc.stringMatching(/^[ -~]{0,30}$/),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
      fc.dictionary(headerNames, headerValue, { maxKeys: 5 }),
      body,
      fc.boolean(),
      fc.webQueryParameters(),
      async (route, method, headers, sent, signedIn, query) => {
        const reads = method === "GET" || method === "HEAD";
        const reply = await server.request(`${route}?${query}`, {
          method,
          headers,
          ...(signedIn && !("cookie" in headers) && { cookie: officer.cookie }),
          ...(!reads && { body: sent }),
        });
        expect(reply.status).not.toBe(500);
        if (route.startsWith("/api/") && reply.status >= 400 && method !== "HEAD") {
          SyncError.parse(await reply.json());
        }
      },
    ),
    { numRuns: 400 },
  );
});

describe("headers of every reply", () => {
  const always = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };

  test.each<[number, string, RequestInit]>([
    [200, "/api/health", {}],
    [404, "/api/none", {}],
    [404, "/none.js", {}],
    [405, "/api/health", { method: "DELETE" }],
    [405, "/", { method: "POST" }],
    [401, "/api/auth/session", {}],
    [403, "/api/auth/sign-out", { method: "POST", headers: { origin: "https://evil.example" } }],
    [415, "/api/auth/sign-in", { method: "POST", body: "x" }],
    [200, "/api/docs", {}],
  ])("%i at %s", async (status, url, init) => {
    const reply = await server.request(url, init);
    expect(reply.status).toBe(status);
    expect(Object.fromEntries(reply.headers)).toMatchObject(always);
    const policy = reply.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    if (url !== "/api/docs") expect(policy).toContain("require-trusted-types-for 'script'");
    if (url.startsWith("/api/")) expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.headers.has("strict-transport-security")).toBe(false);
    expect(reply.headers.has("access-control-allow-origin")).toBe(false);
    expect(reply.headers.has("clear-site-data")).toBe(false);
  });
});

describe("origins", () => {
  test.each(["https://evil.example", "null", "", "http://localhost:8081"])(
    "%j may change nothing, not even sign in",
    async (origin) => {
      const init = { method: "POST", headers: { ...json, origin }, body: "{}" };
      const reply = await server.request("/api/auth/sign-in", init);
      expect(await refusal(reply)).toEqual([403, "foreign-origin"]);
    },
  );

  test("a machine's own names are one origin", async () => {
    const headers = { origin: "http://127.0.0.1:8080" };
    const init = { method: "POST", headers, cookie: officer.cookie };
    expect((await server.request("/api/auth/sign-out", init)).status).toBe(204);
    expect(ORIGIN).toBe("http://localhost:8080");
  });
});

describe("sessions", () => {
  const session = (cookie: string) => server.request("/api/auth/session", { cookie });

  test("cookies are HttpOnly, strict and, over https, bound to their host", async () => {
    const secure = await openTestServer({ https: true });
    const body = { username: "officer", password: PASSWORD, deviceId: anId() };
    const init = { method: "POST", headers: json, body: JSON.stringify(body) };
    const reply = await secure.request("/api/auth/sign-in", init);
    const cookies = reply.headers.getSetCookie();
    expect(cookies.map((one) => one.split("=")[0])).toEqual([
      "__Host-bpm_session",
      "__Host-bpm_device",
    ]);
    for (const one of cookies) {
      expect(one).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    }
    expect(reply.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect((await secure.request("/api/auth/session", { cookie: cookiesOf(reply) })).status).toBe(
      200,
    );
    await secure.close();
  });

  test("the database knows no secret that opens anything", async () => {
    const { reader } = server.store;
    const rows = [
      await reader.selectFrom("sessions").selectAll().execute(),
      await reader.selectFrom("device_credentials").selectAll().execute(),
    ];
    for (const cookie of officer.cookie.split("; ")) {
      const [secret] = cookie.split("=")[1]?.split(".") ?? [];
      expect(secret).toHaveLength(43);
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
  });

  test("signing out ends the session; the tablet may still deposit, and read nothing", async () => {
    const init = { method: "POST", cookie: officer.cookie };
    const reply = await server.request("/api/auth/sign-out", init);
    expect(reply.status).toBe(204);
    expect((await session(officer.cookie)).status).toBe(401);
    const { receipts } = await server.push(onlyCookie(officer, "device"), server.report());
    expect(receipts).toMatchObject([{ outcome: "accepted" }]);
  });

  test("a session rolls on while it is used, and the cookie with it; unused, it ends", async () => {
    const days = (count: number) => {
      server.clock.now = new Date(server.clock.now.getTime() + count * 24 * 60 * 60 * 1000);
    };
    expect((await session(officer.cookie)).headers.getSetCookie()).toEqual([]);
    for (let month = 0; month < 4; month += 1) {
      days(30);
      const reply = await session(officer.cookie);
      expect(reply.status).toBe(200);
      expect(reply.headers.getSetCookie()[0]).toMatch(/^bpm_session=.*Max-Age=3888000/);
    }
    days(46);
    expect(await refusal(await session(officer.cookie))).toEqual([401, "sign-in-required"]);
  });

  test("a suspended person reads nothing from the next request on", async () => {
    await suspendPerson(server.store.writer, personId("officer"), "2024-03-15T03:00:00Z");
    expect(await refusal(await session(officer.cookie))).toEqual([403, "suspended"]);
    await expect(server.signIn("officer")).rejects.toThrow(/suspended/);
  });
});

describe("guessing", () => {
  const guess = (username: string, password: string, address: string, deviceId = anId()) =>
    server.request("/api/auth/sign-in", {
      method: "POST",
      headers: { ...json, "x-forwarded-for": address },
      body: JSON.stringify({ username, password, deviceId }),
    });

  test("five wrong guesses from one place, then a pause, with the time to wait", async () => {
    for (let count = 0; count < 5; count += 1) {
      const reply = await guess("head", "wrong", "192.0.2.1");
      expect(await refusal(reply)).toEqual([401, "wrong-password"]);
    }
    const reply = await guess("head", PASSWORD, "192.0.2.1");
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(60);
    expect(await refusal(reply)).toEqual([429, "too-many-requests"]);
    expect((await guess("head", PASSWORD, "192.0.2.2")).status).toBe(200);
    expect((await guess("officer", PASSWORD, "192.0.2.1")).status).toBe(200);
  });

  test("a tablet that changes its address is still one tablet", async () => {
    const deviceId = anId();
    for (let count = 0; count < 5; count += 1) {
      await guess("head", "wrong", `192.0.2.${count}`, deviceId);
    }
    expect((await guess("head", "wrong", "192.0.2.99", deviceId)).status).toBe(429);
  });

  test("right passwords never use up the guesses", async () => {
    for (let count = 0; count < 8; count += 1) {
      expect((await guess("head", PASSWORD, "192.0.2.1")).status).toBe(200);
    }
  });

  test("an unknown name is answered like a wrong password, and takes as long", async () => {
    const time = async (username: string) => {
      const started = performance.now();
      expect(await refusal(await guess(username, "wrong", anId()))).toEqual([
        401,
        "wrong-password",
      ]);
      return performance.now() - started;
    };
    await time("head");
    const known: number[] = [];
    const unknown: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      known.push(await time("head"));
      unknown.push(await time("nobody"));
    }
    // Hashing takes many milliseconds and everything else next to nothing.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
  });
});

test("a store that is busy is answered 503, and nothing was stored", async () => {
  const Database = (await import("better-sqlite3")).default;
  const other = new Database(`${server.dataDir}/bpm.sqlite`);
  other.exec("begin immediate");
  const { sql } = await import("kysely");
  await sql`pragma busy_timeout = 1`.execute(server.store.writer);
  const reply = await server.request("/api/sync/push", pushInit([server.report()], officer));
  expect(reply.headers.get("retry-after")).toBe("5");
  expect(await refusal(reply)).toEqual([503, "busy"]);
  other.exec("rollback");
  other.close();
  const again = await server.push(officer, server.report());
  expect(again.receipts).toMatchObject([{ outcome: "accepted", version: 1 }]);
});
