import type { Fetch } from "../../web/sync/transport.ts";

// A network for tests, as bad as told.

export type Fault =
  | "none"
  | "request-lost"
  | "reply-lost"
  | "reply-cut"
  | "repeated"
  | "delayed"
  | "portal"
  | "busy";

export type FaultyNetwork = {
  fetch: Fetch;
  /** What befalls the next requests, one after the other; those after them go through. */
  plan(faults: readonly Fault[]): void;
  /** Something else happens on the tablet just before its n-th request from now. */
  interrupt(before: number, by: () => Promise<unknown>): void;
  /** Nothing befalls it any more. */
  calm(): void;
  /** Delivers a request that was delayed, long after whoever sent it gave up, in any order. */
  deliver(nth: number): Promise<void>;
  deliverAll(): Promise<void>;
};

export function faultyNetwork(fetch: Fetch): FaultyNetwork {
  let planned: Fault[] = [];
  let interruption: { before: number; by: () => Promise<unknown> } | undefined;
  const delayed: (() => Promise<unknown>)[] = [];

  async function deliver(nth: number): Promise<void> {
    const [late] = delayed.splice(nth % Math.max(1, delayed.length), 1);
    // Whatever becomes of it, nobody waits for it any more.
    await late?.().catch(unlessUnreachable);
  }

  return {
    plan(faults) {
      planned = [...faults];
    },
    interrupt(before, by) {
      interruption = { before, by };
    },
    calm() {
      planned = [];
      interruption = undefined;
    },
    deliver,
    async deliverAll() {
      while (delayed.length > 0) await deliver(0);
    },
    async fetch(url, init) {
      if (interruption) interruption.before -= 1;
      if (interruption?.before === 0) await interruption.by();
      const fault = planned.shift() ?? "none";
      if (fault === "request-lost") throw unreachable();
      if (fault === "delayed") {
        delayed.push(() => fetch(url, init));
        throw unreachable();
      }
      if (fault === "portal") return portal();
      if (fault === "busy") return new Response(null, { status: 503 });
      if (fault === "repeated") await fetch(url, init);
      const response = await fetch(url, init);
      if (fault === "reply-lost") throw unreachable();
      if (fault !== "reply-cut") return response;
      const text = await response.text();
      return new Response(text.slice(0, text.length / 2), response);
    },
  };
}

/** The sign-in page of an inn, which knows nothing of the request. */
function portal(): Response {
  return new Response("<html>Welcome</html>", { headers: { "Content-Type": "text/html" } });
}

/** As `fetch` says it. */
function unreachable(): TypeError {
  return new TypeError("Failed to fetch");
}

function unlessUnreachable(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}
