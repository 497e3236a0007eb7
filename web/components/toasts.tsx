import { X } from "lucide";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

export type Toast = {
  id: number;
  text: string;
  /** What can still be done about it: "เลิกทำ". */
  action?: { label: string; run: () => void };
};

type ToastsProps = { toasts: readonly Toast[]; onDismiss: (id: number) => void };

/** What just happened, said once, above the navigation. The region stays, so that readers hear it. */
export function Toasts({ toasts, onDismiss }: ToastsProps) {
  return (
    <div class="toasts" role="status">
      {toasts.map(({ id, text, action }) => (
        <div key={id} class="toast">
          <span class="min-w-0 flex-1">{text}</span>
          {action && (
            <button type="button" class="toast-action" onClick={action.run}>
              {action.label}
            </button>
          )}
          <button
            type="button"
            class="clear-button"
            aria-label={t().actions.close}
            onClick={() => onDismiss(id)}
          >
            <Icon node={X} size={20} />
          </button>
        </div>
      ))}
    </div>
  );
}
