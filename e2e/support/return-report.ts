import { randomUUID } from "node:crypto";
import { request } from "@playwright/test";
import type { TestServer } from "./server.ts";

/** Sends a report's first version back, as the planner's screen would. */
export async function returnReport(
  server: TestServer,
  reportId: string,
  comments: readonly { field: string; text: string }[],
): Promise<void> {
  const api = await request.newContext({
    baseURL: server.origin,
    extraHTTPHeaders: { Origin: server.origin },
  });
  const { username, password } = server.account("provincePlanner");
  await api.post("/api/auth/sign-in", { data: { username, password, deviceId: randomUUID() } });
  const pinned = comments.map((comment) => ({ ...comment, id: randomUUID() }));
  const reply = await api.post(`/api/submissions/${reportId}/reviews`, {
    data: { state: "returned", version: 1, comments: pinned },
  });
  if (reply.status() !== 204) throw new Error(await reply.text());
  await api.dispose();
}
