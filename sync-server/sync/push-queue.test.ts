import { describe, expect, test } from "vitest";
import { anId } from "../../shared/test-builders.ts";
import type { Push } from "./apply-batch.ts";
import { createPushQueue } from "./push-queue.ts";

const aPush = (): Push => ({ mutations: [], depositor: { personId: anId(), deviceId: null } });
const replyTo = (push: Push) => ({
  epoch: push.depositor.personId ?? "",
  headSeq: 0,
  backedUpSeq: 0,
  receipts: [],
});

describe("the queue of pushes", () => {
  test("those that come at about the same time are stored together, in their order", async () => {
    const groups: Push[][] = [];
    const enqueue = createPushQueue(
      async (pushes) => {
        groups.push([...pushes]);
        await new Promise(setImmediate);
        return pushes.map(replyTo);
      },
      { maxWaiting: 100 },
    );
    const pushes = Array.from({ length: 11 }, aPush);
    const replies = await Promise.all(pushes.map(enqueue));
    expect(replies).toEqual(pushes.map(replyTo));
    expect(groups.flat()).toEqual(pushes);
    expect(groups.map((group) => group.length)).toEqual([8, 3]);
  });

  test("[R5] a push that cannot be stored fails alone", async () => {
    const bad = aPush();
    const enqueue = createPushQueue(
      async (pushes) => {
        if (pushes.includes(bad)) throw new Error("disk full");
        return pushes.map(replyTo);
      },
      { maxWaiting: 100 },
    );
    const pushes = [aPush(), aPush(), bad, aPush()];
    const outcomes = await Promise.allSettled(pushes.map(enqueue));
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
  });

  test("beyond its limit it says busy, and takes more once there is room", async () => {
    const enqueue = createPushQueue(async (pushes) => pushes.map(replyTo), { maxWaiting: 2 });
    const [first, second, third] = Array.from({ length: 3 }, () => enqueue(aPush()));
    await expect(third).rejects.toMatchObject({ body: { code: "busy" } });
    await Promise.all([first, second]);
    await expect(enqueue(aPush())).resolves.toBeDefined();
  });
});
