import { FileCheck2, House, UserRound } from "lucide";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { mayReadReceived } from "../shared/role.ts";
import { AppBanners } from "./app-banners.tsx";
import { calledName } from "./called-name.ts";
import { PlannerShell } from "./components/planner-shell.tsx";
import { useCurrentPerson } from "./current-person.ts";
import { decidingItems } from "./deciding-items.ts";
import { useFiscalYear } from "./fiscal-year.ts";
import { dateTime } from "./i18n/format.ts";
import { t } from "./i18n/language.ts";
import { useServices } from "./services.ts";

type PlannerFrameProps = {
  title: ComponentChildren;
  scope?: string;
  /** Omit where there is nothing to search. */
  search?: { value: string; onInput: (value: string) => void };
  children: ComponentChildren;
};

/** The frame of the province's and the centre's screens. */
export function PlannerFrame({ title, scope, search, children }: PlannerFrameProps) {
  const { sync } = useServices();
  const { path } = useLocation();
  const { role, displayName, positionTitle, orgUnitName } = useCurrentPerson();
  const { fiscalYear } = useFiscalYear();
  const { lastSyncAt } = sync.status.value;
  const { navigation } = t();
  return (
    <PlannerShell
      items={[
        mayReadReceived(role)
          ? { href: "/", label: navigation.review, icon: FileCheck2 }
          : { href: "/", label: navigation.home, icon: House },
        ...decidingItems(role),
        { href: "/me", label: navigation.me, icon: UserRound },
      ]}
      current={/^\/(kept|tablets)$/.exec(path)?.[0] ?? "/"}
      title={title}
      {...(scope ? { scope } : {})}
      {...(search ? { search } : {})}
      {...(lastSyncAt === null ? {} : { asOf: dateTime(new Date(lastSyncAt).toISOString()) })}
      officeName={orgUnitName}
      personName={calledName(displayName)}
      personTitle={positionTitle}
      profileHref="/me"
      fiscalYear={fiscalYear}
      yearHref="/me"
      banners={<AppBanners />}
    >
      {children}
    </PlannerShell>
  );
}
