import { expect, onTestFinished, test } from "vitest";
import { attachFile } from "../db/files.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { accepted, aTablet, NOW, write } from "../db/test-db.ts";
import { aFakeServer } from "./fake-server.ts";
import type { Fetch } from "./transport.ts";
import { aLoopInVirtualTime, seededRandom, type VirtualTime } from "./virtual-time.ts";

// Row 26 of docs/reliability.md: 64 kbit/s, a fifth of all requests lost, and the link gone for a
// minute every other minute.

const MINUTE = 60_000;
const SECOND = 1000;
const BYTES_PER_SECOND = 64_000 / 8;
const ROUND_TRIP_MS = 600;
/** Request line, cookies and the rest, as they travel. */
const HEAD_BYTES = 500;
/** What a cut takes with it: given to the network, not yet at the server. */
const IN_FLIGHT_BYTES = 16 * 1024;
const LOSS = 0.2;
/** Half of it the link is there, in which the photo alone takes more than four. */
const LONGEST_MS = 45 * MINUTE;

type Sent = { bytes: number; repeated: number[]; cuts: number };

/** @param sent counts what left the tablet, and how much of a file each request repeats */
function aSlowLink(time: VirtualTime, server: Fetch, random: () => number, sent: Sent): Fetch {
  let highest = 0;

  /** @returns how many bytes leave before the link is gone */
  function travel(bytes: number, upTo = 1): number {
    const gone = Math.floor(time.nowMs / MINUTE) % 2 === 1;
    const leftMs = gone ? 0 : MINUTE - (time.nowMs % MINUTE);
    const left = Math.floor(Math.min(bytes * upTo, (leftMs / SECOND) * BYTES_PER_SECOND));
    time.nowMs += (left / BYTES_PER_SECOND) * SECOND;
    sent.bytes += left;
    return left;
  }

  function cut(): never {
    sent.cuts += 1;
    throw new TypeError("Failed to fetch");
  }

  return async (url, init) => {
    const body = init.body instanceof ArrayBuffer ? init.body : new ArrayBuffer(0);
    const isLost = random() < LOSS;
    const lostAt = random() * 1.5;
    const size = HEAD_BYTES + body.byteLength;
    const left = travel(size, isLost ? Math.min(1, lostAt) : 1);
    if (init.method === "PATCH") {
      const offset = Number(new Headers(init.headers).get("Upload-Offset"));
      const end = offset + Math.max(0, left - HEAD_BYTES);
      sent.repeated.push(Math.max(0, Math.min(end, highest) - offset));
      highest = Math.max(highest, end);
      const arrived = left - HEAD_BYTES - IN_FLIGHT_BYTES;
      if (left < size && arrived > 0) await server(url, { ...init, body: body.slice(0, arrived) });
    }
    if (left < size) cut();
    const reply = await server(url, init);
    time.nowMs += ROUND_TRIP_MS;
    if (isLost) cut();
    return reply;
  };
}

test.each([1, 2])(
  "[F1] row 26: a 2 MB photo gets through 64 kbit/s with losses and drops, hardly a byte twice (%i)",
  async (seed) => {
    const tablet = await aTablet();
    await write(tablet);
    const random = seededRandom(seed);
    const bytes = Uint8Array.from({ length: 2_000_000 }, (_, at) => (at * 31 + (at >> 8)) % 256);
    const photo = { bytes: bytes.buffer, name: "ประชุม.webp", mediaType: "image/webp" as const };
    const attached = await attachFile(tablet.db, tablet.report, { ...photo, now: NOW });
    if (!attached.ok) throw new Error(attached.error.kind);
    await submitDraft(tablet.db, tablet.report, NOW);

    const server = aFakeServer();
    server.receipt = ({ mutationId }) =>
      accepted(mutationId, { missingFiles: [attached.value.sha256] });
    const time = { nowMs: 0 };
    const sent: Sent = { bytes: 0, repeated: [], cuts: 0 };
    const fetch = aSlowLink(time, server.fetch, random, sent);
    const run = aLoopInVirtualTime(tablet, { time, fetch, random });
    onTestFinished(run.loop.stop);
    while (run.loop.status.value.lastSyncAt === null && time.nowMs < 24 * 60 * MINUTE) {
      await run.runUntil(time.nowMs + SECOND);
    }

    const arrived = [...server.uploads.values()].map((upload) => Buffer.from(upload.bytes));
    expect(arrived.map((upload) => upload.equals(bytes))).toEqual([true]);
    expect((await tablet.db.uploads.toArray()).map((row) => row.state)).not.toContain("sending");
    expect(sent.cuts, "the link was as bad as said").toBeGreaterThan(5);
    // No more than the cut took along, where the bound is one part of 64 KB.
    expect(Math.max(...sent.repeated)).toBeLessThanOrEqual(IN_FLIGHT_BYTES);
    expect(sent.bytes / bytes.length, "what left per byte of the photo").toBeLessThan(1.15);
    expect(time.nowMs, "what gets something across is tried again soon").toBeLessThan(LONGEST_MS);
  },
);
