import type { Fetch } from "./transport.ts";

// A network for tests, as bad as told.

export type Fault = "none" | "request-lost" | "reply-lost" | "reply-cut" | "repeated" | "delayed";

export type FaultyNetwork = {
  fetch: Fetch;
  /** What befalls the next requests, one after the other; those after them go through. */
  plan(faults: readonly Fault[]): void;
  /** Delivers the requests that were delayed, long after whoever sent them gave up. */
  deliverDelayed(): Promise<void>;
};

export function faultyNetwork(fetch: Fetch): FaultyNetwork {
  let planned: Fault[] = [];
  const delayed: (() => Promise<unknown>)[] = [];
  return {
    plan(faults) {
      planned = [...faults];
    },
    async deliverDelayed() {
      for (const deliver of delayed.splice(0)) await deliver();
    },
    async fetch(url, init) {
      const fault = planned.shift() ?? "none";
      if (fault === "request-lost") throw new TypeError("Failed to fetch");
      if (fault === "delayed") {
        delayed.push(() => fetch(url, init));
        throw new TypeError("Failed to fetch");
      }
      if (fault === "repeated") await fetch(url, init);
      const response = await fetch(url, init);
      if (fault === "reply-lost") throw new TypeError("Failed to fetch");
      if (fault !== "reply-cut") return response;
      const text = await response.text();
      return new Response(text.slice(0, text.length / 2), response);
    },
  };
}
