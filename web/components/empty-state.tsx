import type { ComponentChildren } from "preact";
import { Diamond } from "./diamond.tsx";

type EmptyStateProps = { title: string; detail?: string; action?: ComponentChildren };

/** A list with nothing in it, and what to do about it. */
export function EmptyState({ title, detail, action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <Diamond state="empty" />
      <div class="text-title">{title}</div>
      {detail && <div class="text-ink2">{detail}</div>}
      {action && <div class="mt-4">{action}</div>}
    </div>
  );
}
