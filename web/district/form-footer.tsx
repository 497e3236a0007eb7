import type { IconNode } from "lucide";
import { Button } from "../components/button.tsx";
import { t } from "../i18n/language.ts";
import { DraftLine } from "./draft-line.tsx";
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
  const isFinishing = sending.submitting.step === "finishing-photos";
  return (
    <>
      <DraftLine status={status} />
      <Button kind="primary" icon={icon} disabled={isFinishing} onClick={() => void sending.ask()}>
        {isFinishing ? t().form.finishingPhotos : label}
      </Button>
    </>
  );
}
