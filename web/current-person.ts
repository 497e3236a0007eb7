import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { must } from "../shared/invariant.ts";
import type { PersonRow } from "./db/rows.ts";
import { currentPerson } from "./db/settings.ts";
import { useLive } from "./live.ts";
import { useServices } from "./services.ts";

/** Whoever is at the tablet; every screen behind the sign-in is rendered inside it. */
export const CurrentPersonContext = createContext<PersonRow | null>(null);

export function useCurrentPerson(): PersonRow {
  return must(useContext(CurrentPersonContext), "a screen is rendered for a signed-in person");
}

/** For the guard: null when nobody is signed in. */
export function useWhoIsHere(atStart: PersonRow | null): PersonRow | null {
  const { db } = useServices();
  const here = useLive(async () => (await currentPerson(db)) ?? null, [db], atStart);
  return here.value;
}
