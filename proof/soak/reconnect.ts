import { pendingUploads } from "../../web/db/uploads.ts";
import { nothing, same } from "../fuzz/broken-law.ts";
import { signIn } from "../fuzz/officer.ts";
import { startLoop } from "../fuzz/sync.ts";
import type { FuzzTablet } from "../fuzz/tablet.ts";
import { officer, type World } from "../fuzz/world.ts";
import type { Passage, ThinLink } from "./thin-link.ts";
import type { Timetable } from "./timetable.ts";

type Reconnect = { link: ThinLink; time: Timetable; random: () => number };

const MINUTE_MS = 60_000;

/**
 * All tablets find the link at once. Their sessions ended long ago, so that what they have goes by the
 * tablets' own credentials, before anyone signs in; then everyone does, and sees what the server has.
 */
export async function reconnect(
  { tablets }: World,
  { link, time, random }: Reconnect,
): Promise<{ minutes: number }> {
  const beganAt = Date.now();
  link.isThin = true;
  await time.together(
    tablets.map((tablet, nth) => async () => {
      same(await untilAtRest(tablet, { time, random }), "signed-out", "a session of before");
      nothing(await tablet.db.outbox.toArray(), "[S3] an empty outbox, with nobody signed in");
      nothing(await pendingUploads(tablet.db), "[S3] no file left to send, with nobody signed in");
      while (!(await signIn(tablet, officer(nth).username))) await time.until(Date.now() + 1000);
      same(await untilAtRest(tablet, { time, random }), null, "a round in which everything went");
    }),
  );
  link.isThin = false;
  return { minutes: (Date.now() - beganAt) / MINUTE_MS };
}

/** Lets the app's loop run, with its waits, until everything went or somebody has to sign in. */
function untilAtRest(
  tablet: FuzzTablet,
  { time, random }: Pick<Reconnect, "time" | "random">,
): Promise<"signed-out" | null> {
  const { promise, resolve, reject } = Promise.withResolvers<"signed-out" | null>();
  const loop = startLoop(tablet, {
    random,
    later(work, ms) {
      if (loop.status.value.problem !== null) return time.at(Date.now() + ms, work);
      resolve(null);
      return () => {};
    },
    onProblem({ kind }, thrown) {
      if (kind === "broken") reject(thrown);
      if (kind === "signed-out") resolve(kind);
    },
  });
  return promise.finally(loop.stop);
}

/** S3: all of it left the tablets. */
export async function nothingIsLeft({ tablets }: World): Promise<void> {
  for (const { db } of tablets) {
    nothing(await db.drafts.toArray(), "no draft left");
    nothing(await db.outbox.toArray(), "[S3] an empty outbox");
    nothing(await db.uploads.where("state").notEqual("done").toArray(), "[F1] every file sent");
  }
}

/** Of each tablet all text goes before its first photo. */
export function textWentFirst(passages: readonly Passage[]): void {
  for (const nth of new Set(passages.map((passage) => passage.nth))) {
    const own = passages.filter((passage) => passage.nth === nth);
    const firstFile = own.findIndex(({ url }) => url.includes("/api/files"));
    const late = own.slice(firstFile).filter(({ url }) => url === "/api/sync/push");
    nothing(late, "[F2] text after a photo");
  }
}
