import { createECDH } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CHUNK_BYTES, RESCUE_HEADER_BYTES, TAG_BYTES } from "../../shared/rescue-file.ts";
import type { PrivateKey } from "../../sync-server/rescue/rescue-keys.ts";
import { unseal } from "../../sync-server/rescue/unseal.ts";
import { createSealer } from "./seal.ts";

// The tablet's seal against the server's unsealing: two implementations of one format.

const KEY_ID = "0123456789abcdef";
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

function aServerKey() {
  const ecdh = createECDH("prime256v1");
  const publicKey = ecdh.generateKeys("hex");
  const key: PrivateKey = {
    sharedSecret: (oneTimeKey) => ecdh.computeSecret(oneTimeKey, "hex"),
    isPassOf: () => false,
  };
  return { publicKey, find: async (keyId: string) => (keyId === KEY_ID ? key : undefined) };
}

const server = aServerKey();

async function seal(pieces: Uint8Array[], publicKey = server.publicKey): Promise<Uint8Array> {
  const sealer = await createSealer({ keyId: KEY_ID, publicKey });
  for (const piece of pieces) await sealer.write(piece);
  return new Uint8Array(await (await sealer.finish()).arrayBuffer());
}

async function open(sealed: Uint8Array, pieceBytes = sealed.length): Promise<Buffer> {
  async function* stream() {
    for (let at = 0; at < sealed.length; at += pieceBytes) {
      yield sealed.subarray(at, at + pieceBytes);
    }
  }
  const { contents } = await unseal(stream(), server.find);
  const opened: Buffer[] = [];
  for await (const chunk of contents) opened.push(chunk);
  return Buffer.concat(opened);
}

function filled(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + seed) % 251);
}

const DAMAGED = { body: { code: "rescue-damaged" } };

test("[O13] what is sealed comes back, whatever its length and the pieces it comes in", async () => {
  const edges = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES];
  const lengths = fc.oneof(fc.constantFrom(...edges), fc.nat(3 * CHUNK_BYTES));
  await fc.assert(
    fc.asyncProperty(
      fc.array(lengths, { maxLength: 3 }),
      fc.integer({ min: 1000, max: 1_000_000 }),
      async (parts, pieceBytes) => {
        const pieces = parts.map(filled);
        expect((await open(await seal(pieces), pieceBytes)).equals(Buffer.concat(pieces))).toBe(
          true,
        );
      },
    ),
    { numRuns: 30 },
  );
});

test("[O13] nothing of a text shows in its sealed form, and no two sealed forms are alike", async () => {
  const text = Buffer.from("ผลการดำเนินงานที่ยังไม่ได้ส่ง".repeat(20));
  const [first, second] = [await seal([text]), await seal([text])].map(Buffer.from);
  expect(first?.includes(text.subarray(0, 12))).toBe(false);
  expect(second?.subarray(RESCUE_HEADER_BYTES)).not.toEqual(first?.subarray(RESCUE_HEADER_BYTES));
});

test("[O13] one changed bit anywhere is noticed", async () => {
  const sealed = await seal([filled(CHUNK_BYTES + 5000, 7)]);
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      await expect(open(changed)).rejects.toMatchObject({
        body: { code: expect.stringMatching(/^rescue-(damaged|foreign)$/) },
      });
    }),
    { numRuns: 200 },
  );
});

test("[O13] a file cut off anywhere is noticed, between two chunks too", async () => {
  const sealed = await seal([filled(2 * CHUNK_BYTES + 5000, 7)]);
  const borders = [1, 2].map((chunk) => RESCUE_HEADER_BYTES + chunk * SEALED_CHUNK_BYTES);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom(0, ...borders), fc.nat(sealed.length - 1)),
      async (length) => {
        await expect(open(sealed.subarray(0, length))).rejects.toMatchObject(DAMAGED);
      },
    ),
    { numRuns: 60 },
  );
});

test("[O13] chunks left out, swapped, repeated or appended are noticed", async () => {
  const sealed = await seal([filled(3 * CHUNK_BYTES + 5000, 7)]);
  const header = sealed.subarray(0, RESCUE_HEADER_BYTES);
  const chunks = [0, 1, 2, 3].map((index) => {
    const at = RESCUE_HEADER_BYTES + index * SEALED_CHUNK_BYTES;
    return sealed.subarray(at, at + SEALED_CHUNK_BYTES);
  });
  const built = (...order: number[]) =>
    Buffer.concat([header, ...order.map((index) => chunks[index] ?? new Uint8Array())]);
  expect((await open(built(0, 1, 2, 3))).length).toBe(3 * CHUNK_BYTES + 5000);
  for (const order of [[1, 0, 2, 3], [0, 2, 3], [0, 1, 1, 2, 3], [0, 1, 2, 3, 3], [3], [0, 1, 2]]) {
    await expect(open(built(...order))).rejects.toMatchObject(DAMAGED);
  }
  await expect(open(Buffer.concat([sealed, Buffer.of(0)]))).rejects.toMatchObject(DAMAGED);
});

test("[O13] only the key it was sealed to opens it", async () => {
  const other = await seal([filled(10, 1)], aServerKey().publicKey);
  await expect(open(other)).rejects.toMatchObject(DAMAGED);
  const foreign = await seal([filled(10, 1)]);
  foreign[10] = (foreign[10] ?? 0) ^ 1;
  await expect(open(foreign)).rejects.toMatchObject({ body: { code: "rescue-foreign" } });
});

test("a file that is something else is refused", async () => {
  await expect(open(Buffer.from("%PDF-1.4 a report"))).rejects.toMatchObject(DAMAGED);
  await expect(open(new Uint8Array())).rejects.toMatchObject(DAMAGED);
});
