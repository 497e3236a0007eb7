import { ArrowLeft } from "lucide";
import type { ComponentChildren } from "preact";
import { t } from "../i18n/language.ts";
import { Avatar } from "./avatar.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { Hem } from "./hem.tsx";
import { Icon } from "./icon.tsx";
import { Navigation, type NavigationItem } from "./navigation.tsx";
import { SyncChip, SyncTile } from "./sync-tile.tsx";
import type { SyncView } from "./sync-view.ts";

type FieldShellProps = {
  items: readonly NavigationItem[];
  current: string;
  /** Of the top bar on narrow screens: the screen's name, or the project's inside a form. */
  title: string;
  /** Under the title: "วังสมบูรณ์ · ปีงบฯ 2567". */
  subtitle?: string;
  /** On narrow screens, in place of the brand. */
  backHref?: string;
  sync: SyncView;
  outboxHref: string;
  fiscalYear: number;
  /** Where the year is changed. */
  yearHref: string;
  personName: string;
  profileHref: string;
  /** Across the top: demo data, a new version. */
  banners?: ComponentChildren;
  /** Below the content, always in view: autosave left, action right. Phones then hide the menu. */
  footer?: ComponentChildren;
  children: ComponentChildren;
};

/** The officer's frame: a rail from 1024 px, top bar and bottom menu below. */
export function FieldShell(props: FieldShellProps) {
  const { items, current, sync, outboxHref, fiscalYear, yearHref, personName, footer } = props;
  const { app } = t();
  return (
    <div class={footer ? "field-shell with-footer" : "field-shell"}>
      <a class="skip-link" href="#content">
        {app.skipToContent}
      </a>
      <div class="rail">
        <div class="rail-brand">
          <BrandMark />
          <b>{app.name}</b>
        </div>
        <a class="rail-year" href={yearHref}>
          <span>{app.fiscalYearShort}</span> <b>{fiscalYear}</b>
        </a>
        <Navigation class="rail-nav" items={items} current={current} />
        <SyncTile view={sync} href={outboxHref} />
        <a class="rail-person" href={props.profileHref}>
          <Avatar name={personName} />
          <span>{personName}</span>
        </a>
        <Hem class="rail-hem" />
      </div>
      <header class="top-bar">
        {props.backHref ? (
          <a class="top-back" href={props.backHref} aria-label={t().actions.back}>
            <Icon node={ArrowLeft} size={26} />
          </a>
        ) : (
          <BrandMark size={30} />
        )}
        <div class="min-w-0 flex-1">
          <b class={props.subtitle ? "clip-1" : "clip-2"}>{props.title}</b>
          {props.subtitle && <span class="clip-1 top-subtitle">{props.subtitle}</span>}
        </div>
        <SyncChip view={sync} href={outboxHref} />
      </header>
      <main id="content" class="field-content" tabIndex={-1}>
        {props.banners}
        {props.children}
      </main>
      {footer && <div class="form-footer">{footer}</div>}
      <Navigation class="bottom-nav" items={items} current={current} />
    </div>
  );
}
