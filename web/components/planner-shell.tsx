import { ChevronDown } from "lucide";
import type { ComponentChildren } from "preact";
import { t } from "../i18n/language.ts";
import { Avatar } from "./avatar.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { Hem } from "./hem.tsx";
import { Icon } from "./icon.tsx";
import { Navigation, type NavigationItem } from "./navigation.tsx";
import { PlannerSearch } from "./planner-search.tsx";

type PlannerShellProps = {
  items: readonly NavigationItem[];
  current: string;
  /** Heading of the screen, and what it covers, quieter. */
  title: ComponentChildren;
  scope?: string;
  officeName: string;
  personName: string;
  personTitle: string;
  profileHref: string;
  fiscalYear: number;
  yearHref: string;
  /** Omit where there is nothing to search. */
  search?: { value: string; onInput: (value: string) => void };
  /** When what is shown was true: "15 มี.ค. 2567 10:04 น." */
  asOf?: string;
  banners?: ComponentChildren;
  children: ComponentChildren;
};

/** The planner's frame: dense, for mouse and keyboard; "/" leads to the search. */
export function PlannerShell(props: PlannerShellProps) {
  const { items, current, title, scope, search, asOf } = props;
  const { app, time } = t();
  return (
    <div class="planner planner-shell">
      <a class="skip-link" href="#content">
        {app.skipToContent}
      </a>
      <aside class="planner-rail" aria-label={app.name}>
        <div class="planner-brand">
          <BrandMark size={34} />
          <span>
            <b class="block text-title leading-snug">{app.name}</b>
            {props.officeName}
          </span>
        </div>
        <Navigation class="planner-nav" items={items} current={current} />
        <a class="planner-year" href={props.yearHref}>
          <span>
            <span class="block">{app.fiscalYearShort}</span>
            <b class="text-title">{props.fiscalYear}</b>
          </span>
          <Icon node={ChevronDown} size={20} />
        </a>
        <a class="planner-person" href={props.profileHref}>
          <Avatar name={props.personName} />
          <span class="min-w-0">
            <b class="block">{props.personName}</b>
            {props.personTitle}
          </span>
        </a>
        <Hem class="rail-hem" />
      </aside>
      <header class="planner-header">
        <div class="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <h1 class="text-title">{title}</h1>
          {scope && <span class="text-ink2">{scope}</span>}
        </div>
        {search && <PlannerSearch {...search} />}
        {asOf && <span class="text-ink2">{time.asOf(asOf)}</span>}
      </header>
      <main id="content" class="planner-content" tabIndex={-1}>
        {props.banners}
        {props.children}
      </main>
    </div>
  );
}
