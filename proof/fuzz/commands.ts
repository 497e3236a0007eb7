import fc from "fast-check";
import { nothing } from "./broken-law.ts";
import type { Fault } from "./faulty-network.ts";
import * as mishaps from "./mishaps.ts";
import * as officers from "./officer.ts";
import { sync } from "./sync.ts";
import type { FuzzTablet } from "./tablet.ts";
import { officer, type World } from "./world.ts";

/** One step of a run, on one tablet. */
export type Command = {
  run: (world: World, tablet: FuzzTablet) => Promise<unknown>;
  /** How a failing run shows it. */
  [fc.toStringMethod]: () => string;
};

export type Planned = { at: number; command: Command };

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_STEPS = 60;
const MOST_WRITES = 12;
const MOST_REQUESTS = 6;

const nth = fc.nat(20);
const few = fc.nat(5);
const percent = fc.tuple(few, fc.nat(100));
const faults = fc.array(
  fc.constantFrom<Fault>(
    ...(["none", "none", "none", "request-lost", "reply-lost", "reply-cut"] as const),
    ...(["repeated", "delayed", "portal", "busy"] as const),
  ),
  { maxLength: 5 },
);
/** Tablets' clocks are wrong by up to half a century, and by the 543 years of another era. */
const wrongByDays = fc.oneof(fc.integer({ min: -18_000, max: 18_000 }), fc.constant(198_326));

const command = (what: string, run: Command["run"]): Command => ({
  run,
  [fc.toStringMethod]: () => what,
});
type Weighted = { weight: number; arbitrary: fc.Arbitrary<Command> };
const weighted = <T>(
  weight: number,
  of: fc.Arbitrary<T>,
  make: (value: T) => Command,
): Weighted => ({ weight, arbitrary: of.map(make) });

/** What a person does. */
const byHand: Weighted[] = [
  weighted(5, few, (at) =>
    command(`text ${at}`, (w, tablet) => officers.writeText(tablet, at, w.newToken())),
  ),
  weighted(5, percent, ([at, to]) =>
    command(`percent ${at} ${to}`, (_, tablet) => officers.setPercent(tablet, at, to)),
  ),
  weighted(2, few, (at) =>
    command(`area ${at}`, (w, tablet) => officers.addArea(tablet, at, w.newToken())),
  ),
  weighted(4, nth, (at) =>
    command(`attach ${at}`, (w, tablet) => officers.attach(tablet, at, w.newToken())),
  ),
  weighted(9, nth, (at) => command(`submit ${at}`, (_, tablet) => officers.submit(tablet, at))),
  weighted(1, nth, (at) => command(`discard ${at}`, (_, tablet) => officers.discard(tablet, at))),
  weighted(1, nth, () => command("take back", (_, tablet) => officers.takeBackLast(tablet))),
  weighted(2, nth, () => command("answer", (_, tablet) => officers.answerFirst(tablet))),
];

/** And what the app does by itself. */
const doing = fc.oneof(
  ...byHand,
  weighted(6, faults, (some) =>
    command(`sync ${some.join(" ")}`, (w, tablet) => syncAndLook(w, tablet, some)),
  ),
);

const befalling: Weighted[] = [
  weighted(6, fc.tuple(doing, fc.nat(MOST_STEPS)), ([work, steps]) =>
    command(`dies in ${steps}: ${work[fc.toStringMethod]()}`, (w, tablet) =>
      mishaps.dying(tablet, steps, () => work.run(w, tablet)),
    ),
  ),
  weighted(3, fc.tuple(doing, fc.nat(MOST_WRITES)), ([work, room]) =>
    command(`room for ${room}: ${work[fc.toStringMethod]()}`, (w, tablet) =>
      mishaps.cramped(tablet, room, () => work.run(w, tablet)),
    ),
  ),
  weighted(
    2,
    fc.tuple(fc.oneof(...byHand), faults, fc.nat(MOST_REQUESTS)),
    ([work, some, before]) =>
      command(`sync ${some.join(" ")}, at ${before}: ${work[fc.toStringMethod]()}`, (w, tablet) => {
        tablet.network.interrupt(before, () => work.run(w, tablet));
        return sync(tablet, some);
      }),
  ),
  weighted(1, fc.tuple(faults, faults, fc.nat(MOST_REQUESTS)), ([some, others, before]) =>
    command(`sync ${some.join(" ")}, at ${before}: another window`, async (w, tablet) => {
      // It waits for its turn, and the request under way does not wait for it.
      let other: Promise<void> | undefined;
      tablet.network.interrupt(before, async () => {
        other = syncAndLook(w, tablet, others);
      });
      await sync(tablet, some);
      await other;
    }),
  ),
  weighted(3, fc.tuple(faults, nth), ([some, at]) =>
    command(`server dies at ${at}: sync ${some.join(" ")}`, (w, tablet) =>
      mishaps.withServerDying(w, at, () => sync(tablet, some)),
    ),
  ),
  weighted(1, nth, () =>
    command("two windows", (_, tablet) => Promise.all([sync(tablet), sync(tablet)])),
  ),
  weighted(1, fc.tuple(faults, faults, fc.nat(MOST_REQUESTS)), ([some, others, before]) =>
    command(
      `sync ${some.join(" ")}, at ${before}: another window ${others.join(" ")}`,
      (_, tablet) => mishaps.anotherWindow(tablet, before, { some, others }),
    ),
  ),
  weighted(2, nth, (at) => command(`late ${at}`, (_, tablet) => tablet.network.deliver(at))),
  weighted(1, nth, () => command("restart", (_, tablet) => tablet.restart())),
  weighted(1, nth, () => command("upgrade", (_, tablet) => mishaps.upgrade(tablet))),
  weighted(1, nth, () => command("clone", mishaps.clone)),
  weighted(1, wrongByDays, (days) =>
    command(`clock ${days} days`, async (_, tablet) => {
      tablet.clock.aheadMs = days * DAY_MS;
    }),
  ),
  weighted(1, nth, (at) => command(`rescue by ${at}`, (w, t) => mishaps.rescue(w, t, at))),
  weighted(1, nth, (at) =>
    command(`rescue by ${at}, and lose`, (w, tablet) => mishaps.rescueAndLose(w, tablet, at)),
  ),
];

const aroundTheServer: Weighted[] = [
  weighted(4, nth, (at) =>
    command(`sign in ${at}`, (_, tablet) => officers.signIn(tablet, officer(at).username)),
  ),
  weighted(1, nth, () => command("sign out", (_, tablet) => officers.signOut(tablet))),
  weighted(1, nth, () =>
    command("session over", async (_, tablet) => tablet.cookies.delete("bpm_session")),
  ),
  weighted(1, nth, () => command("back up", (w) => w.server.backUp())),
  weighted(1, nth, () => command("restore", mishaps.restoreServer)),
  weighted(1, fc.constantFrom(1, 50, 100, 200), (days) =>
    command(`${days} days pass`, async ({ server }) => server.passTime(days * DAY_MS)),
  ),
  weighted(1, nth, () => command("revoke", mishaps.revoke)),
  weighted(1, nth, (at) => command(`suspend ${at}`, (w) => mishaps.suspend(w, at))),
  weighted(1, nth, (at) => command(`move ${at}`, (w) => mishaps.moveAssignment(w, at))),
  weighted(1, nth, (at) => command(`open or close ${at}`, (w) => mishaps.openOrClose(w, at))),
  weighted(1, nth, (at) => command(`review ${at}`, (w) => mishaps.review(w, at))),
  weighted(1, nth, () => command("poison", mishaps.poisonLast)),
];

/** P10: a round in which nothing went wrong leaves only what waits, or what the server cannot take. */
async function syncAndLook(world: World, tablet: FuzzTablet, some: readonly Fault[]) {
  const problem = await sync(tablet, some);
  if (problem !== null) return;
  const left = await tablet.db.outbox.filter((row) => row.state === "ready").toArray();
  const mine = left.map((row) => row.mutationId).filter((id) => !world.poison.has(id));
  nothing(mine, "[P10] held up by another");
}

const commands = fc.oneof({ weight: 35, arbitrary: doing }, ...befalling, ...aroundTheServer);

/** Commands, each with the number of the tablet it is for. */
export function aRun(length: number): fc.Arbitrary<Planned[]> {
  const one = fc.record({ at: fc.nat(4), command: commands });
  return fc.array(one, { minLength: length, maxLength: length });
}
