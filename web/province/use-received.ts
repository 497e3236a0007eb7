import { useMemo } from "preact/hooks";
import { useCurrentPerson } from "../current-person.ts";
import { type ReceivedReports, receivedReports } from "../db/received.ts";
import { useFiscalYear } from "../fiscal-year.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { type ReceivedRow, receivedRows } from "./received-row.ts";
import { type ReportedPart, reportedParts } from "./reported-parts.ts";

export type Received = {
  rows: ReceivedRow[];
  parts: ReportedPart[];
};

/** The reports of the person's office and the year they look at; undefined until the tablet read them. */
export function useReceived(): Received | undefined {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const { fiscalYear } = useFiscalYear();
  const mirror = useLive<ReceivedReports | undefined>(
    () => receivedReports(db, orgUnitCode, fiscalYear),
    [db, orgUnitCode, fiscalYear],
    undefined,
  );
  const reports = mirror.value;
  return useMemo(
    () => reports && { rows: receivedRows(reports), parts: reportedParts(orgUnitCode, reports) },
    [reports, orgUnitCode],
  );
}
