import type { Person } from "../../shared/person.ts";
import { mayManageTablets } from "../../shared/role.ts";
import type { Tablet } from "../../shared/tablets.ts";
import { AppError } from "../app-error.ts";
import { admitDevice, revokeDevice } from "../store/devices.ts";
import type { Store } from "../store/open.ts";
import { readTablets } from "../store/tablets.ts";

/** Who asks, and on which tablet. */
export type Administrator = { person: Person; deviceId: string | null };

export type Tablets = {
  /** Tablets on which somebody of the administrator's offices signed in. @throws AppError 403 */
  list(administrator: Administrator): Promise<Tablet[]>;
  /**
   * From now on it reads nothing, and what it brings is held.
   * @throws AppError 403, 404, 409 where it is the one in the administrator's hands
   */
  revoke(administrator: Administrator, id: string): Promise<void>;
  /** It was found again. @throws AppError 403, 404 */
  admit(administrator: Administrator, id: string): Promise<void>;
};

export function createTablets({ store, now }: { store: Store; now(): Date }): Tablets {
  async function list({ person, deviceId }: Administrator): Promise<Tablet[]> {
    const { role, orgUnitCode } = person;
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
      people[0] ? [{ ...tabletOf(people[0], people), isThisOne: people[0].id === deviceId }] : [],
    );
  }

  async function find(administrator: Administrator, id: string): Promise<Tablet> {
    const found = (await list(administrator)).find((tablet) => tablet.id === id);
    if (!found) throw new AppError(404, "not-found", "There is no such tablet");
    return found;
  }

  return {
    list,
    revoke: async (administrator, id) => {
      const { isThisOne } = await find(administrator, id);
      if (isThisOne) throw new AppError(409, "forbidden", "Nobody revokes the tablet they hold");
      await revokeDevice(store.writer, id, now().toISOString());
    },
    admit: async (administrator, id) => {
      await find(administrator, id);
      await admitDevice(store.writer, id);
    },
  };
}

type TabletRow = Awaited<ReturnType<typeof readTablets>>[number];

function tabletOf(row: TabletRow, people: TabletRow[]): Omit<Tablet, "isThisOne"> {
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
