/** What this needs of a BroadcastChannel. */
export type VoteChannel = Pick<BroadcastChannel, "postMessage" | "addEventListener">;

const ANSWER_MS = 300;
const CHANNEL = "bpm-update";

export type UpdateVote = {
  /** Whether no window, this one included, holds typing that is not saved yet. */
  isEveryoneReady(): Promise<boolean>;
};

/**
 * Lets all windows vote on an update: a reload must not cost anyone a word. A window that does not
 * answer in time is frozen or closed, and what was typed in it was saved when it lost the focus.
 *
 * @param isDirty whether this window holds typing that is not saved yet
 */
export function openUpdateVote(
  isDirty: () => boolean,
  channel: VoteChannel = new BroadcastChannel(CHANNEL),
): UpdateVote {
  let objections = 0;
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === "ready?" && isDirty()) channel.postMessage("not-ready");
    if (data === "not-ready") objections += 1;
  });
  return {
    async isEveryoneReady() {
      if (isDirty()) return false;
      objections = 0;
      channel.postMessage("ready?");
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return objections === 0 && !isDirty();
    },
  };
}
