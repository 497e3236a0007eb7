import { SavedLine, type SavedState } from "../components/saved-line.tsx";
import { clockSeconds, dateTime, daysUntil } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import type { DraftStatus } from "./draft-session.ts";

/** Where what was typed is; a place kept free where nothing was. */
export function DraftLine({ status }: { status: DraftStatus }) {
  const { now } = useServices();
  if (status.kind === "untouched") return <span />;
  return <SavedLine state={savedState(status, now())} />;
}

function savedState(status: Exclude<DraftStatus, { kind: "untouched" }>, now: string): SavedState {
  if (status.kind === "failed") {
    return { kind: "failed", reason: t().form.notSaved[status.reason] };
  }
  if (status.kind === "saving") return { kind: "saving" };
  const isToday = daysUntil(status.at, new Date(now)) === 0;
  return { kind: "saved", at: isToday ? clockSeconds(status.at) : dateTime(status.at) };
}
