import { EmptyState } from "./components/empty-state.tsx";
import { useCurrentPerson } from "./current-person.ts";
import { t } from "./i18n/language.ts";
import { useLive } from "./live.ts";
import { useServices } from "./services.ts";

/** Says that a fiscal year has nothing in it, or that this tablet was never told. */
export function EmptyYear({ fiscalYear }: { fiscalYear: number }) {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const wasTold = useLive(
    async () => (await db.cursors.get(orgUnitCode)) !== undefined,
    [db, orgUnitCode],
    false,
  ).value;
  const { home } = t();
  return wasTold ? (
    <EmptyState title={home.yearOfNothing(fiscalYear)} detail={home.yearOfNothingDetail} />
  ) : (
    <EmptyState title={home.emptyYear(fiscalYear)} detail={home.emptyYearDetail} />
  );
}
