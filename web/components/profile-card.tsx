import type { Person } from "../../shared/person.ts";
import { shortDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { Card } from "./card.tsx";

/** The profile box with its eight fields (R12). An empty one stays, as on paper. */
export function ProfileCard({ person }: { person: Person }) {
  const { profile } = t();
  const entries = [
    [profile.name, person.displayName],
    [profile.position, person.positionTitle],
    [profile.orgUnit, person.orgUnitName],
    [profile.affiliation, person.affiliation],
    [profile.phone, person.phone],
    [profile.registeredOn, shortDate(person.registeredOn)],
    [profile.email, person.email],
    [profile.userType, person.userType ?? ""],
  ] as const;
  return (
    <Card>
      <h2 class="sr-only">{profile.title}</h2>
      <div class="measured">
        <dl class="profile">
          {entries.map(([label, value]) => (
            <div key={label}>
              <dt class="text-ink2">{label}</dt>
              <dd class={label === profile.name ? "font-bold" : ""}>
                {label === profile.email ? <Email address={value} /> : value || "–"}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}

/** Where it does not fit on one line it breaks behind the @. */
function Email({ address }: { address: string }) {
  const [name, host] = address.split("@");
  if (host === undefined) return <>{address || "–"}</>;
  return (
    <>
      {name}@<wbr />
      {host}
    </>
  );
}
