import { useMemo } from "preact/hooks";
import { bangkokDate } from "../../shared/fiscal-year.ts";
import { useCurrentPerson } from "../current-person.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import type { ReportRow } from "./report-filter.ts";
import { readReportTables, reportRows } from "./report-list.ts";

/**
 * The year's assignments with their states, in the centre's order (R25); null until they are read.
 * Read whole and once: searching 2,000 rows in memory takes less than asking the database again.
 */
export function useReportList(fiscalYear: number): readonly ReportRow[] | null {
  const { db, sync, now } = useServices();
  const person = useCurrentPerson();
  const tables = useLive(
    () => readReportTables(db, person, fiscalYear),
    [db, person, fiscalYear],
    null,
  );
  const { sending } = sync.status.value;
  const today = bangkokDate(new Date(now()));
  return useMemo(
    () => tables.value && reportRows(tables.value, { sending, today }),
    [tables.value, sending, today],
  );
}
