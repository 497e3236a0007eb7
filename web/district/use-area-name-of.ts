import { areaWords } from "../area-words.ts";
import { useCurrentPerson } from "../current-person.ts";
import { areaNamesOf } from "../db/area-names.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";

/** What one of these areas is called; undefined where this tablet does not know it, or not yet. */
export function useAreaNameOf(codes: readonly string[]): (code: string) => string | undefined {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  // One text, so that the database is asked again only where it changes.
  const wanted = codes.join();
  const names = useLive<ReadonlyMap<string, string>>(
    () => areaNamesOf(db, orgUnitCode, wanted.split(",")),
    [db, orgUnitCode, wanted],
    new Map(),
  ).value;
  return (code) => (names.has(code) ? areaWords(code, names) : undefined);
}
