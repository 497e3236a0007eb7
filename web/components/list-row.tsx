import { ChevronRight } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

type ListRowProps = {
  /** Leads to this address; without it the row is no link. */
  href?: string;
  /** Before the text: an icon, a number, a date. */
  leading?: ComponentChildren;
  /** After the text: a state, a size, buttons. */
  trailing?: ComponentChildren;
  /** The row that the pane beside the list shows. */
  current?: boolean;
  children: ComponentChildren;
};

/** One line of a list. The whole row is the target; a link shows it by the arrow at its end. */
export function ListRow({ href, leading, trailing, current = false, children }: ListRowProps) {
  const content = (
    <>
      {leading}
      <div class="min-w-0 flex-1">{children}</div>
      {trailing}
      {href && <Icon node={ChevronRight} size={22} class="text-ink2" />}
    </>
  );
  return href ? (
    <a class="list-row" href={href} aria-current={current ? "true" : undefined}>
      {content}
    </a>
  ) : (
    <div class="list-row">{content}</div>
  );
}
