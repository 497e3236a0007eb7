import { inspect } from "node:util";
import fc from "fast-check";
import { must } from "../../shared/invariant.ts";
import { BrokenLaw } from "./broken-law.ts";
import type { Planned } from "./commands.ts";
import { holdTheLaws } from "./laws.ts";
import { comeToRest } from "./laws-at-rest.ts";
import { shorten } from "./shorten.ts";
import { aWorld } from "./world.ts";

/** No command takes as long, on the busiest machine: it waits for what never comes. */
const STUCK_MS = 60_000;

/**
 * Runs commands in a new world: after each the cheap laws are held against it, at the end all.
 *
 * @throws when one is broken
 */
export async function run(planned: readonly Planned[]): Promise<void> {
  const world = await aWorld();
  try {
    for (const { at, command } of planned) {
      const tablet = must(world.tablets[at % world.tablets.length], "there are tablets");
      await ends(command.run(world, tablet), fc.stringify(command));
      if (world.tablets.includes(tablet)) await holdTheLaws(world, [tablet]);
    }
    await comeToRest(world);
  } finally {
    await world.close();
  }
}

async function ends(work: Promise<unknown>, what: string): Promise<void> {
  const { promise: stuck, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new BrokenLaw(`stands still: ${what}`)), STUCK_MS);
  await Promise.race([work, stuck]).finally(() => clearTimeout(timer));
}

/** What a person needs to find the bug: the fewest commands that show it, and how it shows. */
export async function explain(
  failing: readonly Planned[],
  isTimeOver: () => boolean,
): Promise<string> {
  let how: unknown;
  const fails = (planned: readonly Planned[]) =>
    run(planned).then(
      () => false,
      (error: unknown) => {
        how = error;
        return true;
      },
    );
  await fails(failing);
  const shortest = await shorten(failing, fails, isTimeOver);
  const lines = shortest.map(({ at, command }) => `  tablet ${at}: ${fc.stringify(command)}`);
  const said = how instanceof BrokenLaw ? how.message : inspect(how);
  return `${said}\n${lines.length} of ${failing.length} commands are enough:\n${lines.join("\n")}`;
}
