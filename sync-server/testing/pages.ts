import { must } from "../../shared/invariant.ts";
import type { PullReply } from "../../shared/pull.ts";
import type { Tablet, TestServer } from "./test-server.ts";

/**
 * All pages of a delta, one after the other.
 *
 * @throws where the feed goes round in circles, in place of asking for ever
 */
export async function* pagesSince(
  start: string | undefined,
  pull: (cursor: string | undefined) => Promise<PullReply>,
): AsyncGenerator<PullReply> {
  const seen = new Set<string>();
  let cursor = start;
  for (;;) {
    const page = await pull(cursor);
    yield page;
    if (!page.more) return;
    ({ cursor } = page);
    if (seen.has(cursor)) throw new Error("The feed goes round in circles");
    seen.add(cursor);
  }
}

export type Mirror = { mirror: Map<string, unknown>; cursor: string };

/** A tablet's mirror: what all pages since a cursor leave it with. */
export async function mirrorOf(
  server: TestServer,
  tablet: Tablet,
  limit = 500,
  start?: Mirror,
): Promise<Mirror> {
  const mirror = new Map(start?.mirror);
  let cursor = start?.cursor;
  const pull = (since: string | undefined) =>
    server.pull(
      tablet,
      `?limit=${limit}${since === undefined ? "" : `&cursor=${encodeURIComponent(since)}`}`,
    );
  for await (const reply of pagesSince(cursor, pull)) {
    if (reply.reset) mirror.clear();
    for (const put of reply.puts) mirror.set(`${put.type}/${put.id}`, put);
    for (const { type, id } of reply.removes) mirror.delete(`${type}/${id}`);
    cursor = reply.cursor;
  }
  return { mirror, cursor: must(cursor, "there is a page at least") };
}
