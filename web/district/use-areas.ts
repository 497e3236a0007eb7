import type { Assignment } from "../../shared/assignment.ts";
import { useCurrentPerson } from "../current-person.ts";
import type { AreaRow } from "../db/rows.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { readAreas } from "./area-options.ts";

/** The district of an assignment and everything in it; none until they are read. */
export function useAreas(assignment: Assignment): AreaRow[] {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  return useLive<AreaRow[]>(
    () => readAreas(db, orgUnitCode, assignment),
    [db, orgUnitCode, assignment],
    [],
  ).value;
}
