import { must } from "../../shared/invariant.ts";
import { same } from "../fuzz/broken-law.ts";
import { holdTheLaws } from "../fuzz/laws.ts";
import { upgrade } from "../fuzz/mishaps.ts";
import { OFFICERS } from "../fuzz/office.ts";
import { photograph, submit, writeText } from "../fuzz/officer.ts";
import { sync } from "../fuzz/sync.ts";
import { officer, type World } from "../fuzz/world.ts";
import { type Ledger, photoOf, someWords } from "./ledger.ts";

const DAYS = 60;
const UPGRADES_ON = [20, 40];
const PHOTOS_PER_REPORT = 3;
/** A report in ten is opened again some day, and sent again. */
const AGAIN = 0.1;
const DAY_MS = 24 * 60 * 60 * 1000;

export type FieldWork = { reports: number; kilobytes: number; random: () => number };

/**
 * Three officers write, photograph and submit for sixty days, each on their own tablet, none of which
 * reaches the server once. Twice a newer version of the app opens on what is stored.
 *
 * @param setNow what the clocks say from then on
 */
export async function sixtyDays(
  world: World,
  { reports, kilobytes, random }: FieldWork,
  setNow: (ms: number) => void,
): Promise<Ledger> {
  const ledger: Ledger = { texts: [], photos: [], mutations: 0 };
  const leftAt = Date.now();
  let written = 0;

  async function report(nth: number, photos: number): Promise<void> {
    const authorId = officer(nth).id;
    const tablet = must(world.tablets[nth % OFFICERS.length], "every officer has a tablet");
    const [token, more] = [world.newToken(), someWords(random)];
    const at = placeInList(nth);
    await writeText(tablet, at, token, more);
    ledger.texts.push({ authorId, text: `${token}${more}` });
    for (let taken = 0; taken < photos; taken += 1) {
      const seed = ledger.photos.length + 1;
      const name = world.newToken();
      await photograph(tablet, 0, name, photoOf(seed, kilobytes).buffer);
      ledger.photos.push({ authorId, name: `${name}.webp`, seed });
    }
    await submit(tablet, 0);
    ledger.mutations += 1;
  }

  for (let day = 1; day <= DAYS; day += 1) {
    setNow(leftAt + day * DAY_MS);
    for (; written < (reports * day) / DAYS; written += 1) {
      await report(written, PHOTOS_PER_REPORT);
      if (random() < AGAIN) await report(Math.floor(random() * written), 0);
    }
    for (const tablet of world.tablets) {
      if (UPGRADES_ON.includes(day)) await upgrade(tablet);
      same((await sync(tablet, ["request-lost"]))?.kind, "offline", "a day without signal");
    }
    if (day % 10 === 0) await holdTheLaws(world, world.tablets);
  }
  return ledger;
}

/** Where an officer finds the n-th report among all of their district's: two officers share one. */
function placeInList(nth: number): number {
  const one = officer(nth);
  const sharing = OFFICERS.filter(({ district }) => district === one.district);
  return Math.floor(nth / OFFICERS.length) * sharing.length + sharing.indexOf(one);
}
