import { useEffect, useRef, useState } from "preact/hooks";
import type { Toast } from "../components/toasts.tsx";
import { t } from "../i18n/language.ts";

/** How long something can be taken back; long enough to read, find and reach the button. */
const UNDO_MS = 10_000;

export type Undo = {
  toasts: readonly Toast[];
  /** Says what was done, where there is nothing to take back. */
  say: (text: string) => void;
  offer: (text: string, undo: () => Promise<unknown>) => void;
  dismiss: (id: number) => void;
};

/** Says what was just done, for a while with a way back. */
export function useUndo(): Undo {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const lastId = useRef(0);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const started = timers.current;
    return () => started.forEach(clearTimeout);
  }, []);

  const dismiss = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id));
  const show = (toast: (id: number) => Omit<Toast, "id">) => {
    lastId.current += 1;
    const id = lastId.current;
    setToasts((shown) => [...shown, { id, ...toast(id) }]);
    timers.current.add(setTimeout(() => dismiss(id), UNDO_MS));
  };
  return {
    toasts,
    dismiss,
    say: (text) => show(() => ({ text })),
    offer(text, undo) {
      show((id) => {
        const run = () => {
          dismiss(id);
          void undo();
        };
        return { text, action: { label: t().files.undo, run } };
      });
    },
  };
}
