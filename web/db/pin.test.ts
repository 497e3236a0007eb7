import { expect, test } from "vitest";
import { checkPin, setPin } from "./pin.ts";
import { readSettings, returnPerson } from "./settings.ts";
import { aTablet, NOW } from "./test-db.ts";

const later = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

async function withPin(pin = "271828") {
  const { db, authorId: personId } = await aTablet();
  await setPin(db, { personId, pin, now: NOW });
  const tryPin = (tried: string, now = NOW) => checkPin(db, { personId, pin: tried, now });
  return { db, personId, tryPin };
}

test("the right PIN is right, any other is wrong, without one nobody comes in", async () => {
  const { db, personId, tryPin } = await withPin();
  expect(await tryPin("271828")).toEqual({ ok: true, value: undefined });
  expect(await tryPin("271829")).toMatchObject({ error: { kind: "wrong-pin" } });
  await db.pins.delete(personId);
  expect(await tryPin("271828")).toMatchObject({ error: { kind: "no-pin" } });
});

test("what is stored is a slow hash with a salt of its own, never the PIN", async () => {
  const [one, other] = [await withPin(), await withPin()];
  const rows = [await one.db.pins.get(one.personId), await other.db.pins.get(other.personId)];
  expect(rows[0]?.hash).not.toBe(rows[1]?.hash);
  for (const row of rows) {
    expect(row?.iterations).toBeGreaterThanOrEqual(600_000);
    expect(JSON.stringify(row)).not.toContain("271828");
  }
});

test("after five wrong ones even the right one has to wait, longer each time", async () => {
  const { tryPin } = await withPin();
  for (let tries = 0; tries < 5; tries += 1) await tryPin("000001");
  expect(await tryPin("271828")).toEqual({ ok: false, error: { kind: "wait", ms: 30_000 } });
  expect(await tryPin("000001", later(30_000))).toMatchObject({ error: { kind: "wrong-pin" } });
  expect(await tryPin("271828", later(30_000))).toMatchObject({ error: { ms: 60_000 } });
  expect(await tryPin("271828", later(90_000))).toMatchObject({ ok: true });
  expect(await tryPin("000001", later(90_000)), "forgiven").toMatchObject({
    error: { kind: "wrong-pin" },
  });
});

test("ending the app while a PIN is checked wins no free guess, nor does setting the clock back", async () => {
  const { tryPin } = await withPin();
  // All at once: none has been found wrong when the next is counted.
  const tries = await Promise.all(Array.from({ length: 8 }, () => tryPin("000001")));
  expect(tries.filter((tried) => !tried.ok && tried.error.kind === "wait")).toHaveLength(3);
  expect(await tryPin("271828", later(-86_400_000))).toMatchObject({ error: { ms: 30_000 } });
});

test("coming back changes who is at the tablet, not whose cookie it carries", async () => {
  const { db, personId } = await withPin();
  const colleague = crypto.randomUUID();
  await returnPerson(db, colleague, NOW);
  expect(await readSettings(db)).toMatchObject({ personId: colleague, sessionOf: personId });
});
