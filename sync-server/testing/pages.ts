import type { PullReply } from "../../shared/pull.ts";

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
