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
import { ThaiText } from "./thai-text.tsx";

type FieldShellProps = {
  items: readonly NavigationItem[];
  current: string;
  /** Of the top bar below 1024 px: the screen's name and, under it, "วังสมบูรณ์ · ปีงบฯ 2567". */
  title: string;
  subtitle: string;
  /** On phones instead of both, inside a form: the project's name and the way back. */
  phone?: { title: string; backHref: string };
  sync: SyncView;
  outboxHref: string;
  fiscalYear: number;
  /** Where the year is changed. */
  yearHref: string;
  personName: string;
  /** The rail shows the person instead of the menu item that leads there. */
  profileHref: string;
  /** Across the top: demo data, a new version. */
  banners?: ComponentChildren;
  /** Below the content, always in view: autosave left, action right. Phones then hide the menu. */
  footer?: ComponentChildren;
  children: ComponentChildren;
};

/** The officer's frame: a rail from 1024 px, top bar and bottom menu below. */
export function FieldShell(props: FieldShellProps) {
  const { items, current, sync, outboxHref, fiscalYear, yearHref, personName } = props;
  const { phone, footer } = props;
  const { app } = t();
  return (
    <div class="field-shell">
      <a class="skip-link" href="#content">
        {app.skipToContent}
      </a>
      <header class="rail">
        <div class="rail-brand">
          <BrandMark />
          <b>{app.name}</b>
        </div>
        <a class="rail-year" href={yearHref}>
          <span>{app.fiscalYearShort}</span> <b>{fiscalYear}</b>
        </a>
        <Navigation
          class="rail-nav"
          items={items.filter(({ href }) => href !== props.profileHref)}
          current={current}
        />
        <SyncTile view={sync} href={outboxHref} />
        <a class="rail-person" href={props.profileHref}>
          <Avatar name={personName} />
          <span>{personName}</span>
        </a>
        <Hem class="rail-hem" />
      </header>
      <header class="top-bar">
        {phone && (
          <div class="top-title sm:hidden">
            <a class="top-back" href={phone.backHref} aria-label={t().actions.back}>
              <Icon node={ArrowLeft} size={26} />
            </a>
            <b class="clip-2">
              <ThaiText>{phone.title}</ThaiText>
            </b>
          </div>
        )}
        <div class={phone ? "top-title max-sm:hidden" : "top-title"}>
          <BrandMark size={30} />
          <div class="min-w-0">
            <b class="clip-1">{props.title}</b>
            <span class="clip-1 top-subtitle">{props.subtitle}</span>
          </div>
        </div>
        <SyncChip view={sync} href={outboxHref} />
      </header>
      <main id="content" class="field-content" tabIndex={-1}>
        {props.banners}
        {props.children}
      </main>
      {footer && <footer class="form-footer">{footer}</footer>}
      <Navigation class="bottom-nav" items={items} current={current} />
    </div>
  );
}
