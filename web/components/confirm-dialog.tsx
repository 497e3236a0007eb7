import { TriangleAlert } from "lucide";
import { t } from "../i18n/language.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

type ConfirmDialogProps = {
  open: boolean;
  title: string;
  detail?: string;
  /** What will happen or be sent, line by line. */
  facts?: readonly { label: string; value: string }[];
  /** Worth knowing, and no reason to stop. */
  warning?: string;
  /** Words of the button that goes on; ตกลง unless the deed has a better one. */
  confirmLabel?: string;
  /** The deed removes or returns something. */
  warm?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** R33: a question with ยกเลิก left of ตกลง. Cancelling writes nothing and keeps what was typed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, detail, facts = [], warning, warm = false, onConfirm, onCancel } = props;
  const { actions } = t();
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onCancel}
      footer={
        <>
          <Button class="min-w-32" onClick={onCancel}>
            {actions.cancel}
          </Button>
          <Button class="min-w-32" kind={warm ? "warm" : "primary"} onClick={onConfirm}>
            {props.confirmLabel ?? actions.ok}
          </Button>
        </>
      }
    >
      {detail && <p class="text-ink2">{detail}</p>}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt class="text-ink2">{label}</dt>
              <dd class="font-bold">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {warning && (
        <p class="mt-4 flex gap-3">
          <Icon node={TriangleAlert} size={22} class="text-din" />
          {warning}
        </p>
      )}
    </Dialog>
  );
}
