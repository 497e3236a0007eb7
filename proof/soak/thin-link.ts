import type { Fetch } from "../../web/sync/transport.ts";
import type { Timetable } from "./timetable.ts";

const BYTES_PER_MS = 1_000_000 / 8 / 1000;
const ROUND_TRIP_MS = 150;
/** Request line, cookies and the rest, as they travel; of replies likewise. */
const HEAD_BYTES = 500;
const LOSS = 0.02;
/** What a cut takes with it: given to the network, not yet at the server. */
const IN_FLIGHT_BYTES = 16 * 1024;

/** One request of the n-th tablet, and what of it and its reply went over the link. */
export type Passage = {
  nth: number;
  method: string;
  url: string;
  bodyBytes: number;
  up: number;
  down: number;
  isLost: boolean;
};

export type ThinLink = {
  /** How the n-th tablet reaches the server over it. */
  join(server: Fetch, nth: number): Fetch;
  /** Whether it is the thin one, which takes its time, or the office's before and after. */
  isThin: boolean;
  readonly passages: readonly Passage[];
};

/**
 * 1 Mbit/s each way for everyone together, first come first served, on which one request in fifty is
 * cut off somewhere on its way there or back.
 */
export function thinLink(time: Timetable, random: () => number): ThinLink {
  const passages: Passage[] = [];
  let freeUp = 0;
  let freeDown = 0;

  async function pass(
    { server, nth }: { server: Fetch; nth: number },
    url: string,
    init: RequestInit,
  ): Promise<Response> {
    const body = init.body instanceof ArrayBuffer ? init.body : encoded(init.body);
    const whole = HEAD_BYTES + body.byteLength;
    const isLost = random() < LOSS;
    // Somewhere on the way there, or after it on the way back.
    const share = isLost ? random() * 1.5 : 1;
    const up = Math.floor(whole * Math.min(1, share));
    const method = init.method ?? "GET";
    const passage = { nth, method, url, bodyBytes: body.byteLength, up, isLost };
    freeUp = Math.max(Date.now(), freeUp) + up / BYTES_PER_MS;
    await time.until(freeUp);
    if (up < whole) {
      passages.push({ ...passage, down: 0 });
      const arrived = up - HEAD_BYTES - IN_FLIGHT_BYTES;
      if (init.method === "PATCH" && arrived > 0) {
        await server(url, { ...init, body: body.slice(0, arrived) });
      }
      throw unreachable();
    }
    const reply = await server(url, init);
    const said = await reply.arrayBuffer();
    const down = HEAD_BYTES + said.byteLength;
    passages.push({ ...passage, down });
    freeDown = Math.max(Date.now() + ROUND_TRIP_MS, freeDown) + down / BYTES_PER_MS;
    await time.until(freeDown);
    if (isLost) throw unreachable();
    return new Response(said.byteLength > 0 ? said : null, reply);
  }

  const link: ThinLink = {
    passages,
    isThin: false,
    join: (server, nth) => (url, init) =>
      link.isThin ? pass({ server, nth }, url, init) : server(url, init),
  };
  return link;
}

function encoded(body: RequestInit["body"]): ArrayBuffer {
  return typeof body === "string" ? new TextEncoder().encode(body).buffer : new ArrayBuffer(0);
}

/** As `fetch` says it. */
function unreachable(): TypeError {
  return new TypeError("Failed to fetch");
}
