import type { PushReply } from "../../shared/push.ts";
import { busy } from "../app-error.ts";
import type { Push } from "./apply-batch.ts";

export type PushQueue = (push: Push) => Promise<PushReply>;

/**
 * At most this many pushes share a commit: enough to spread what a commit costs, few enough that the
 * event loop is not held up for long.
 */
const MAX_GROUP = 8;

/**
 * Turns of the event loop between commits: requests that came during the last one are read in the
 * first, and those that its replies called forth in the second. With nothing to read they take
 * microseconds.
 */
const TURNS_BETWEEN_COMMITS = 2;

type Waiting = {
  push: Push;
  resolve(reply: PushReply): void;
  reject(error: unknown): void;
};

/**
 * First come, first served, with turns of the event loop between commits: a commit is synchronous
 * work, and without turns the connections that come late would wait for all of it. What waits by then
 * is committed together; each is still answered only when it is durable (R4).
 *
 * @param apply stores pushes in one transaction, all of them or none
 * @throws AppError 503 busy when too many wait already
 */
export function createPushQueue(
  apply: (pushes: readonly Push[]) => Promise<PushReply[]>,
  { maxWaiting }: { maxWaiting: number },
): PushQueue {
  const waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      for (let turn = 0; turn < TURNS_BETWEEN_COMMITS; turn += 1) await new Promise(setImmediate);
      await commit(waiting.splice(0, MAX_GROUP));
    }
    running = false;
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    try {
      const replies = await apply(group.map(({ push }) => push));
      for (const [index, reply] of replies.entries()) group[index]?.resolve(reply);
    } catch (error) {
      // One push that cannot be stored must not fail its neighbours (R5): each alone, then.
      if (group.length > 1) for (const one of group) await commit([one]);
      else group[0]?.reject(error);
    }
  }

  return (push) => {
    if (waiting.length >= maxWaiting) return Promise.reject(busy("Too many pushes wait already"));
    return new Promise((resolve, reject) => {
      waiting.push({ push, resolve, reject });
      if (!running) void run();
    });
  };
}
