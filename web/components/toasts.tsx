import { X } from "lucide";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

export type Toast = { id: number; text: string };

type ToastsProps = { toasts: readonly Toast[]; onDismiss: (id: number) => void };

/** What just happened, said once, above the navigation. The region stays, so that readers hear it. */
export function Toasts({ toasts, onDismiss }: ToastsProps) {
  return (
    <div class="toasts" role="status">
      {toasts.map(({ id, text }) => (
        <div key={id} class="toast">
          <span class="min-w-0 flex-1">{text}</span>
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
