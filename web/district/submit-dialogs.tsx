import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { SavedDialog } from "../components/saved-dialog.tsx";
import { t } from "../i18n/language.ts";
import type { Submit } from "./use-submit.ts";

type SubmitDialogsProps = {
  sending: Submit;
  detail: string;
  /** What will be sent, line by line. */
  facts: readonly { label: string; value: string }[];
  /** Worth a second look, and no reason to stop. */
  warning: string | undefined;
  /** The good news was read. */
  onDone: () => void;
};

/** R33 and R34: the question with what will be sent, and the word that it is kept. */
export function SubmitDialogs(props: SubmitDialogsProps) {
  const { sending, detail, facts, warning, onDone } = props;
  const { submitting, confirm, cancel } = sending;
  return (
    <>
      <ConfirmDialog
        open={submitting.step === "confirming"}
        title={t().dialogs.confirmSave}
        detail={detail}
        facts={facts}
        {...(warning ? { warning } : {})}
        onConfirm={() => void confirm()}
        onCancel={cancel}
      />
      <SavedDialog
        open={submitting.step === "saved"}
        savedAt={submitting.step === "saved" ? submitting.at : ""}
        outboxHref="/outbox"
        onClose={onDone}
      />
    </>
  );
}
