import { bangkokDate, type FiscalYear, fiscalYearOf } from "../shared/fiscal-year.ts";
import type { Instant } from "../shared/scalars.ts";
import { useCurrentPerson } from "./current-person.ts";
import { fiscalYearsOf } from "./db/assignments.ts";
import { readSettings } from "./db/settings.ts";
import { useLive } from "./live.ts";
import { useServices } from "./services.ts";

/** As many as the department's own entry page lists (R2). */
const YEARS_OFFERED = 8;

/** The fiscal year the screens show; a closed one can be read and printed, not changed. */
export type ShownYear = { fiscalYear: FiscalYear; open: boolean };

/** R3: the fiscal year of today in Bangkok. */
export function currentFiscalYear(now: Instant): FiscalYear {
  return fiscalYearOf(bangkokDate(new Date(now)));
}

/** R2: the years that are offered, the newest first. */
export function recentYears(current: FiscalYear): FiscalYear[] {
  return Array.from({ length: YEARS_OFFERED }, (_, back) => current - back);
}

/**
 * The year a person chose, else the current one, else the newest open one of those the province
 * has: right after 1 October the new year may not be there yet.
 *
 * @param known the years of the mirror, the newest first
 */
export function yearToShow(
  chosen: FiscalYear | null,
  current: FiscalYear,
  known: readonly ShownYear[],
): ShownYear {
  const wanted = chosen ?? current;
  const found = known.find(({ fiscalYear }) => fiscalYear === wanted);
  if (found) return { fiscalYear: found.fiscalYear, open: found.open };
  const newest = chosen === null ? known.find(({ open }) => open) : undefined;
  return newest
    ? { fiscalYear: newest.fiscalYear, open: true }
    : { fiscalYear: wanted, open: wanted >= current };
}

export function useFiscalYear(): ShownYear {
  const { db, now } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const current = currentFiscalYear(now());
  const shown = useLive(
    async () => {
      const [{ fiscalYear }, known] = await Promise.all([
        readSettings(db),
        fiscalYearsOf(db, orgUnitCode),
      ]);
      return yearToShow(fiscalYear, current, known);
    },
    [db, orgUnitCode, current],
    { fiscalYear: current, open: true },
  );
  return shown.value;
}
