import type { Person } from "../../shared/person.ts";
import { mayManageTablets } from "../../shared/role.ts";
import type { Tablet } from "../../shared/tablets.ts";
import { AppError } from "../app-error.ts";
import { admitDevice, revokeDevice } from "../store/devices.ts";
import type { Store } from "../store/open.ts";
import { readTablets } from "../store/tablets.ts";

export type Tablets = {
  /** Tablets on which somebody of the administrator's offices signed in. @throws AppError 403 */
  list(administrator: Person): Promise<Tablet[]>;
  /** From now on it reads nothing, and what it brings is held. @throws AppError 403, 404 */
  revoke(administrator: Person, id: string): Promise<void>;
  /** It was found again. @throws AppError 403, 404 */
  admit(administrator: Person, id: string): Promise<void>;
};

export function createTablets({ store, now }: { store: Store; now(): Date }): Tablets {
  async function list({ role, orgUnitCode }: Person): Promise<Tablet[]> {
    if (!mayManageTablets(role)) {
      throw new AppError(403, "forbidden", "Only administrators manage tablets");
    }
    const rows = await readTablets(store.reader);
    const own = new Set(
      rows.filter((row) => row.org_unit_code.startsWith(orgUnitCode)).map(({ id }) => id),
    );
    const tablets = Map.groupBy(
      rows.filter(({ id }) => own.has(id)),
      ({ id }) => id,
    );
    return [...tablets.values()].flatMap((people) =>
      people[0] ? [tabletOf(people[0], people)] : [],
    );
  }

  async function check(administrator: Person, id: string): Promise<void> {
    const tablets = await list(administrator);
    if (tablets.some((tablet) => tablet.id === id)) return;
    throw new AppError(404, "not-found", "There is no such tablet");
  }

  return {
    list,
    revoke: async (administrator, id) => {
      await check(administrator, id);
      await revokeDevice(store.writer, id, now().toISOString());
    },
    admit: async (administrator, id) => {
      await check(administrator, id);
      await admitDevice(store.writer, id);
    },
  };
}

type TabletRow = Awaited<ReturnType<typeof readTablets>>[number];

function tabletOf(row: TabletRow, people: TabletRow[]): Tablet {
  return {
    id: row.id,
    people: people.map(({ display_name: name, office_name: office, signed_in_at: at }) => ({
      name,
      office,
      at,
    })),
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.seen_at,
    revokedAt: row.revoked_at,
    copiedAt: row.copied_at,
  };
}
