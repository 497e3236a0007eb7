import type { Fetch } from "../../web/sync/transport.ts";

export type Exchange = { path: string; sentBytes: number; receivedBytes: number };

/** A tablet's fetch: adds what its browser would, and writes down what each request carried. */
export function createCountingFetch(
  port: number,
  tokens: { deviceToken: string; sessionToken: string },
): { fetch: Fetch; takeExchanges(): Exchange[] } {
  let exchanges: Exchange[] = [];
  return {
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set("cookie", `bpm_session=${tokens.sessionToken}; bpm_device=${tokens.deviceToken}`);
      headers.set("origin", `http://localhost:${port}`);
      const response = await fetch(`http://127.0.0.1:${port}${url}`, { ...init, headers });
      const reply = await response.arrayBuffer();
      const sentBytes = await bytesOf(init.body);
      exchanges.push({ path: url, sentBytes, receivedBytes: reply.byteLength });
      return new Response(reply, response);
    },
    takeExchanges: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}

async function bytesOf(body: RequestInit["body"]): Promise<number> {
  return body ? (await new Response(body).arrayBuffer()).byteLength : 0;
}
