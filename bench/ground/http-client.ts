import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

export type Post = { path: string; headers: Record<string, string>; body: Buffer };
export type Reply = {
  status: number;
  text: string;
  /** From the moment it was asked for to the last byte, so waiting for a free connection included. */
  ms: number;
};

export type HttpClient = { post(post: Post): Promise<Reply>; close(): void };

/** HTTP/1.1 over loopback: so many connections kept open, or a new one for every request. */
export function createHttpClient(port: number, connections: number | "new"): HttpClient {
  const agent =
    connections === "new" ? new Agent() : new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: async ({ path, headers, body }) => {
      const start = performance.now();
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const options = { host: "127.0.0.1", port, path, method: "POST", agent, headers };
        request(options, resolve).on("error", reject).end(body);
      });
      const answer = await text(response);
      return { status: response.statusCode ?? 0, text: answer, ms: performance.now() - start };
    },
    close: () => agent.destroy(),
  };
}
