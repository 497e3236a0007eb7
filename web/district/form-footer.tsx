import type { IconNode } from "lucide";
import { Button } from "../components/button.tsx";
import { SavedLine, type SavedState } from "../components/saved-line.tsx";
import { clockSeconds, dateTime, daysUntil } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import type { DraftStatus } from "./draft-session.ts";
import type { Submit } from "./use-submit.ts";

type FormFooterProps = {
  status: DraftStatus;
  sending: Submit;
  /** Of the one button. */
  label: string;
  icon: IconNode;
};

/** Below a form: where what was typed is, and the button that sends it. */
export function FormFooter({ status, sending, label, icon }: FormFooterProps) {
  const { now } = useServices();
  const isFinishing = sending.submitting.step === "finishing-photos";
  return (
    <>
      {status.kind === "untouched" ? <span /> : <SavedLine state={savedState(status, now())} />}
      <Button kind="primary" icon={icon} disabled={isFinishing} onClick={() => void sending.ask()}>
        {isFinishing ? t().form.finishingPhotos : label}
      </Button>
    </>
  );
}

function savedState(status: Exclude<DraftStatus, { kind: "untouched" }>, now: string): SavedState {
  if (status.kind === "failed") {
    return { kind: "failed", reason: t().form.notSaved[status.reason] };
  }
  if (status.kind === "saving") return { kind: "saving" };
  const isToday = daysUntil(status.at, new Date(now)) === 0;
  return { kind: "saved", at: isToday ? clockSeconds(status.at) : dateTime(status.at) };
}
