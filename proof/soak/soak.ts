import { comeToRest } from "../fuzz/laws-at-rest.ts";
import { OFFICERS } from "../fuzz/office.ts";
import { aWorld } from "../fuzz/world.ts";
import { numbersFrom } from "../kill/numbers.ts";
import { allArrived } from "./all-arrived.ts";
import { measure, type SoakReport, sizesOf } from "./figures.ts";
import { nothingIsLeft, reconnect, textWentFirst } from "./reconnect.ts";
import { sixtyDays } from "./sixty-days.ts";
import { thinLink } from "./thin-link.ts";
import { createTimetable } from "./timetable.ts";

export type SoakRun = {
  reports: number;
  /** Of each photo. */
  kilobytes: number;
  seed: number;
  /** What the clocks of the tablets and of the server say from then on. */
  setNow: (ms: number) => void;
};

/**
 * Sixty days without signal, then one reconnect of all tablets at once over a thin link; then holds
 * against the server what the officers entered, and against everyone the laws.
 *
 * @throws BrokenLaw
 */
export async function soak({ reports, kilobytes, seed, setNow }: SoakRun): Promise<SoakReport> {
  const random = numbersFrom(seed);
  const time = createTimetable(setNow);
  const link = thinLink(time, random);
  const perOfficer = Math.ceil(reports / OFFICERS.length);
  const world = await aWorld({ perOfficer, through: link.join });
  try {
    const before = await sizesOf(world);
    const ledger = await sixtyDays(world, { reports, kilobytes, random }, setNow);
    const offline = await sizesOf(world);
    const took = await reconnect(world, { link, time, random });
    await nothingIsLeft(world);
    textWentFirst(link.passages);
    await allArrived(world, ledger, kilobytes);
    const after = await sizesOf(world);
    await comeToRest(world);
    return { ...took, ...measure(ledger, link.passages, kilobytes), before, offline, after };
  } finally {
    await world.close();
  }
}
