import { afterEach, beforeEach, expect, test } from "vitest";
import { TabletsReply } from "../../shared/tablets.ts";
import { openTestServer, type Tablet, type TestServer, WHO } from "../testing/test-server.ts";

let server: TestServer;
let officer: Tablet;
let admin: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

async function tablets() {
  const reply = await server.request("/api/tablets", { cookie: admin.cookie });
  return TabletsReply.parse(await reply.json()).tablets;
}

function revocation(method: "PUT" | "DELETE", id: string, { cookie } = admin) {
  return server.request(`/api/tablets/${id}/revocation`, { method, cookie });
}

test("an administrator sees the tablets of their offices, and who signed in on each", async () => {
  await server.signIn("head", officer.deviceId);
  await server.signIn("otherPlanner");
  const found = await tablets();
  expect(found.map(({ id }) => id).sort()).toEqual([officer.deviceId, admin.deviceId].sort());
  const own = found.find(({ id }) => id === officer.deviceId);
  expect(own).toMatchObject({ revokedAt: null, copiedAt: null, lastSeenAt: expect.any(String) });
  expect(own?.people.map(({ name }) => name).sort()).toEqual(["Name of head", "Name of officer"]);
});

test("a revoked tablet reads nothing and signs nobody in, until it is admitted again", async () => {
  expect((await revocation("PUT", officer.deviceId)).status).toBe(204);
  const pull = () => server.request("/api/sync/pull", { cookie: officer.cookie });
  expect((await pull()).status).toBe(403);
  await expect(server.signIn("officer", officer.deviceId)).rejects.toThrow("device-revoked");
  expect(await tablets()).toContainEqual(
    expect.objectContaining({ id: officer.deviceId, revokedAt: expect.any(String) }),
  );
  expect((await revocation("DELETE", officer.deviceId)).status).toBe(204);
  expect((await pull()).status).toBe(200);
});

test("nobody revokes the tablet they hold", async () => {
  expect((await tablets()).find(({ isThisOne }) => isThisOne)?.id).toBe(admin.deviceId);
  expect((await revocation("PUT", admin.deviceId)).status).toBe(409);
  expect((await tablets()).every(({ revokedAt }) => revokedAt === null)).toBe(true);
});

test("a tablet of another province is none of theirs", async () => {
  const other = await server.signIn("otherPlanner");
  expect((await revocation("PUT", other.deviceId)).status).toBe(404);
});

test.each(WHO.filter((who) => who !== "admin"))("%s manages no tablets", async (who) => {
  const tablet = await server.signIn(who);
  expect((await server.request("/api/tablets", { cookie: tablet.cookie })).status).toBe(403);
  expect((await revocation("PUT", officer.deviceId, tablet)).status).toBe(403);
});
