import { useMemo } from "preact/hooks";
import type { Assignment } from "../../shared/assignment.ts";
import type { ManyOption } from "../components/several-of-many.tsx";
import { useCurrentPerson } from "../current-person.ts";
import type { AreaRow } from "../db/rows.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { areaOptions, readAreas } from "./area-options.ts";

/** The areas that can be chosen for an assignment, in Thai order; none until they are read. */
export function useAreaOptions(assignment: Assignment): ManyOption[] {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const { districtCode, project } = assignment;
  const areas = useLive<AreaRow[]>(
    () => readAreas(db, orgUnitCode, districtCode),
    [db, orgUnitCode, districtCode],
    [],
  ).value;
  return useMemo(() => areaOptions(areas, project.areaLevel), [areas, project.areaLevel]);
}
