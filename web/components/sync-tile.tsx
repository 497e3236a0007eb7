import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";
import { type SyncView, syncWords } from "./sync-view.ts";

type SyncTileProps = { view: SyncView; href: string };

/** At the foot of the rail: all is kept, and what the network does. Leads to the outbox. */
export function SyncTile({ view, href }: SyncTileProps) {
  const { icon, short, headline, detail, warm } = syncWords(view, t());
  return (
    <a class={`sync-tile ${warm ? "sync-warm" : ""}`} href={href} title={`${headline} · ${detail}`}>
      <Icon node={icon} size={26} />
      <b>{short}</b>
      <span>{view.kind === "kept" && !view.signal ? t().sync.noSignal : detail}</span>
    </a>
  );
}

/** The same in the top bar: one line on phones, two where there is room. */
export function SyncChip({ view, href }: SyncTileProps) {
  const { icon, short, headline, detail, warm } = syncWords(view, t());
  return (
    <a class={`sync-chip ${warm ? "sync-warm" : ""}`} href={href} title={`${headline} · ${detail}`}>
      <Icon node={icon} size={24} />
      <span class="min-w-0">
        <b class="block leading-snug">{short}</b>
        <span class="hidden leading-snug sm:block">{detail}</span>
      </span>
    </a>
  );
}

/** The same as a card, for the head of a wide screen. */
export function SyncCard({ view, href }: SyncTileProps) {
  const { icon, headline, detail, warm } = syncWords(view, t());
  return (
    <a class={`sync-card ${warm ? "sync-warm" : ""}`} href={href}>
      <Icon node={icon} size={26} class="text-kram" />
      <span>
        <b class="block leading-snug">{headline}</b>
        <span class="block leading-snug text-ink2">{detail}</span>
      </span>
    </a>
  );
}
