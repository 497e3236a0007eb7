import type { ComponentChildren } from "preact";
import { CurrentPersonContext } from "../current-person.ts";
import type { PersonRow } from "../db/rows.ts";

export const reviewer: PersonRow = {
  id: "5b2f3c1e-8d0a-4c67-9f11-2a6d7e8b9c04",
  username: "mali",
  displayName: "นางสาวมะลิ ตัวอย่างงาม",
  role: "provincePlanner",
  userType: null,
  positionTitle: "นักวิเคราะห์นโยบายและแผน",
  orgUnitCode: "27",
  orgUnitName: "จังหวัดตัวอย่าง",
  affiliation: "",
  phone: "",
  email: "",
  registeredOn: "2024-01-10",
  lastHereAt: "2024-03-15T03:00:00Z",
  expiresAt: "2024-04-15T03:00:00Z",
  demo: false,
};

/** As in the app: whoever reads what the province received is signed in. */
export function Reviewing({ children }: { children: ComponentChildren }) {
  return <CurrentPersonContext.Provider value={reviewer}>{children}</CurrentPersonContext.Provider>;
}
