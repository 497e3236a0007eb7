import { Inbox, TabletSmartphone } from "lucide";
import { mayDecideKept, mayManageTablets, type Role } from "../shared/role.ts";
import type { NavigationItem } from "./components/navigation.tsx";
import { t } from "./i18n/language.ts";

/** The menu entries of who decides about others' work and tablets. */
export function decidingItems(role: Role): NavigationItem[] {
  const { navigation } = t();
  return [
    ...(mayDecideKept(role) ? [{ href: "/kept", label: navigation.kept, icon: Inbox }] : []),
    ...(mayManageTablets(role)
      ? [{ href: "/tablets", label: navigation.tablets, icon: TabletSmartphone }]
      : []),
  ];
}
