import { useMemo } from "preact/hooks";
import type { Assignment } from "../../shared/assignment.ts";
import type { ManyOption } from "../components/several-of-many.tsx";
import { useCurrentPerson } from "../current-person.ts";
import type { AreaRow } from "../db/rows.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { areaOptions, readAreas } from "./area-options.ts";

/** The areas a record of an assignment can be about, in Thai order; none until they are read. */
export function useAreaOptions(assignment: Assignment): ManyOption[] {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const { areaLevel } = assignment.project;
  const areas = useLive<AreaRow[]>(
    () => readAreas(db, orgUnitCode, assignment),
    [db, orgUnitCode, assignment],
    [],
  ).value;
  return useMemo(() => areaOptions(areas, areaLevel, {}), [areas, areaLevel]);
}
