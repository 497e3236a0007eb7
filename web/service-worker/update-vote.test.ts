import { expect, onTestFinished, test } from "vitest";
import { openUpdateVote } from "./update-vote.ts";

/** Windows of one app, by whether each holds typing that is not saved yet. */
function windows(dirty: boolean[]) {
  return dirty.map((isDirty) => {
    const channel = new BroadcastChannel("update-vote-test");
    onTestFinished(() => channel.close());
    return openUpdateVote(() => isDirty, channel);
  });
}

test("an update is applied when nobody has unsaved typing", async () => {
  const [asking] = windows([false, false, false]);
  expect(await asking?.isEveryoneReady()).toBe(true);
});

test.each([
  ["this window", [true, false]],
  ["another window", [false, true]],
  ["one of many", [false, false, true]],
])("an update waits while %s has unsaved typing", async (_who, dirty) => {
  const [asking] = windows(dirty);
  expect(await asking?.isEveryoneReady()).toBe(false);
});

test("a vote that failed may be asked for again", async () => {
  let isDirty = true;
  const channels = [1, 2].map(() => new BroadcastChannel("update-vote-again"));
  onTestFinished(() => {
    for (const channel of channels) channel.close();
  });
  const [asking] = channels.map((channel, at) =>
    openUpdateVote(() => at === 1 && isDirty, channel),
  );
  expect(await asking?.isEveryoneReady()).toBe(false);
  isDirty = false;
  expect(await asking?.isEveryoneReady()).toBe(true);
});
