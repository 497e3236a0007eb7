import type { IconNode } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

type NoticeProps = {
  tone: "kram" | "bai" | "din" | "krang";
  icon: IconNode;
  title?: string;
  children?: ComponentChildren;
  /** Buttons below the words. */
  actions?: ComponentChildren;
};

/** Something to know, in the place it is about. */
export function Notice({ tone, icon, title, children, actions }: NoticeProps) {
  return (
    <div class={`notice tone-${tone}`}>
      <Icon node={icon} size={24} class="notice-icon" />
      <div class="min-w-0 flex-1 text-ink">
        {title && <div class="font-bold">{title}</div>}
        {children}
        {actions && <div class="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
