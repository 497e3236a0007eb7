import type { PushReply } from "../../shared/push.ts";
import { busy } from "../app-error.ts";
import type { Push } from "./apply-batch.ts";

export type PushQueue = (push: Push) => Promise<PushReply>;

type Waiting = {
  push: Push;
  resolve(reply: PushReply): void;
  reject(error: unknown): void;
};

/**
 * First come, first served, one batch per turn of the event loop: a batch is synchronous work, and
 * without turns the connections that come late would wait for all of it.
 *
 * @throws AppError 503 busy when too many wait already
 */
export function createPushQueue(
  apply: (push: Push) => Promise<PushReply>,
  { maxWaiting }: { maxWaiting: number },
): PushQueue {
  const waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await apply(next.push).then(next.resolve, next.reject);
      await new Promise(setImmediate);
    }
    running = false;
  }

  return (push) => {
    if (waiting.length >= maxWaiting) return Promise.reject(busy("Too many pushes wait already"));
    return new Promise((resolve, reject) => {
      waiting.push({ push, resolve, reject });
      if (!running) void run();
    });
  };
}
