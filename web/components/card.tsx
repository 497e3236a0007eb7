import type { ComponentChildren } from "preact";

type CardProps = {
  title?: string;
  /** Beside the title, quieter: a count, a unit. */
  note?: ComponentChildren;
  /** At the right end of the title line. */
  aside?: ComponentChildren;
  /** For lists and tables that reach the card's edges. */
  flush?: boolean;
  children?: ComponentChildren;
};

/** White on cotton, one line around it. Few of them: a list is one card. */
export function Card({ title, note, aside, flush = false, children }: CardProps) {
  return (
    <section class="card">
      {(title || aside) && (
        <header class="card-header">
          <div class="flex min-w-0 flex-wrap items-baseline gap-x-2">
            {title && <h2 class="text-title">{title}</h2>}
            {note && <span class="text-ink2">{note}</span>}
          </div>
          {aside && <div class="text-ink2">{aside}</div>}
        </header>
      )}
      {flush ? children : <div class="card-body">{children}</div>}
    </section>
  );
}
