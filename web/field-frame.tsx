import { ClipboardList, House, Inbox, MapPinned, UserRound } from "lucide";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { mayReport } from "../shared/role.ts";
import { AppBanners } from "./app-banners.tsx";
import { firstName } from "./called-name.ts";
import { FieldShell } from "./components/field-shell.tsx";
import type { NavigationItem } from "./components/navigation.tsx";
import { useCurrentPerson } from "./current-person.ts";
import { useFiscalYear } from "./fiscal-year.ts";
import { t } from "./i18n/language.ts";
import { sectionOf } from "./menu-section.ts";
import { useServices } from "./services.ts";
import { syncLine, usePending } from "./sync-line.ts";

type FieldFrameProps = {
  /** Of the top bar: the screen's name, or the project's inside a form, which phones show. */
  title: string;
  backHref?: string;
  /** Below the content, always in view: autosave left, action right. */
  footer?: ComponentChildren;
  children: ComponentChildren;
};

/** The frame of every screen but the planner's, filled with who and what is on this tablet. */
export function FieldFrame({ title, backHref, footer, children }: FieldFrameProps) {
  const { sync } = useServices();
  const { path } = useLocation();
  const { role, displayName, orgUnitName } = useCurrentPerson();
  const { fiscalYear } = useFiscalYear();
  const pending = usePending();
  const { navigation, app } = t();
  const waiting = pending.mutations + pending.files;
  const home = { href: "/", label: navigation.home, icon: House };
  const me = { href: "/me", label: navigation.me, icon: UserRound };
  const items: NavigationItem[] = mayReport(role)
    ? [
        home,
        { href: "/reports", label: navigation.reports, icon: ClipboardList },
        { href: "/areas", label: navigation.areas, icon: MapPinned },
        { href: "/outbox", label: navigation.outbox, icon: Inbox, count: waiting },
        me,
      ]
    : [home, me];
  const section = menuEntryOf(path);
  const sectionLabel = items.find(({ href }) => href === section)?.label ?? title;
  return (
    <FieldShell
      items={items}
      current={section}
      title={backHref ? sectionLabel : title}
      subtitle={`${placeName(orgUnitName)} · ${app.fiscalYearShort} ${fiscalYear}`}
      {...(backHref ? { phone: { title, backHref } } : {})}
      sync={syncLine(sync.status.value, pending)}
      outboxHref="/outbox"
      fiscalYear={fiscalYear}
      yearHref="/me"
      personName={firstName(displayName)}
      profileHref="/me"
      banners={<AppBanners />}
      footer={footer}
    >
      {children}
    </FieldShell>
  );
}

/** "อำเภอวังสมบูรณ์" as วังสมบูรณ์: the bar of a phone is short. */
function placeName(orgUnitName: string): string {
  return orgUnitName.replace(/^(อำเภอ|จังหวัด)/, "");
}

/** The menu entry a screen belongs to: a report to the list, a conflict to the outbox. */
function menuEntryOf(path: string): string {
  const section = sectionOf(path);
  return section === "conflicts" ? "/outbox" : `/${section}`;
}
