import type { IconNode } from "lucide";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

export type NavigationItem = {
  href: string;
  label: string;
  icon: IconNode;
  /** Things that wait behind it; 0 shows nothing. */
  count?: number;
  /** The count asks for attention, in yellow. */
  attention?: boolean;
};

type NavigationProps = {
  items: readonly NavigationItem[];
  /** `href` of the item that the screen belongs to. */
  current: string;
  class: string;
};

/** Rail, bottom bar or planner's menu: the same items, laid out by its class. */
export function Navigation({ items, current, class: className }: NavigationProps) {
  return (
    <nav class={className} aria-label={t().navigation.label}>
      {items.map(({ href, label, icon, count = 0, attention = false }) => (
        <a
          key={href}
          class="nav-item"
          href={href}
          aria-current={href === current ? "page" : undefined}
        >
          <Icon node={icon} size={26} />
          <span class="nav-label">{label}</span>
          {count > 0 && (
            <span class={attention ? "nav-count nav-count-attention" : "nav-count"}>
              {count}
              <span class="sr-only"> {t().navigation.toDo(count)}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
