import type { SettingsRow } from "../db/rows.ts";
import { bytes, dateTime, duration } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";

/** How long sending would take at the speed files left at last, and when that was; never a guess. */
export function sendingTimeWords(
  sizeBytes: number,
  uploadSpeed: SettingsRow["uploadSpeed"],
): string {
  const { outbox } = t();
  if (uploadSpeed === null) return outbox.timeUnknown;
  const { bytesPerSecond, measuredAt } = uploadSpeed;
  return outbox.timeNeeded(
    duration((sizeBytes / bytesPerSecond) * 1000),
    bytes(bytesPerSecond),
    dateTime(measuredAt),
  );
}
