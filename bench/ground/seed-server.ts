import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expiryAfter, hashToken } from "../../sync-server/accounts/credentials.ts";
import { addProjects, assign } from "../../sync-server/store/assignments.ts";
import { addDeviceCredential } from "../../sync-server/store/device-credentials.ts";
import { noteSignIn } from "../../sync-server/store/devices.ts";
import { putFiscalYears } from "../../sync-server/store/fiscal-years.ts";
import { type Db, openStore } from "../../sync-server/store/open.ts";
import { putOrgUnits } from "../../sync-server/store/org-units.ts";
import { addPeople } from "../../sync-server/store/people.ts";
import { addSession } from "../../sync-server/store/sessions.ts";
import { FISCAL_YEAR, type Tablet, TOKEN_KEY } from "./reports.ts";

const CREDENTIAL_DAYS = 30;

/** A data folder as after years of use: offices, officers, assignments, and tablets that signed in. */
export async function seedServer(dataDir: string, tablets: Tablet[]): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const now = new Date().toISOString();
  const store = await openStore(join(dataDir, "bpm.sqlite"), { demo: false, now });
  await store.writer.transaction().execute(async (tx) => {
    await tx.updateTable("installation").set({ token_key: TOKEN_KEY }).execute();
    await putFiscalYears(tx, [{ fiscalYear: FISCAL_YEAR, open: true }]);
    const projects = new Map(
      tablets.flatMap(({ assignments }) =>
        assignments.map(({ project }) => [project.id, { ...project, fiscalYear: FISCAL_YEAR }]),
      ),
    );
    await addProjects(tx, [...projects.values()]);
    for (const tablet of tablets) await addTablet(tx, tablet, now);
  });
  await store.close();
}

async function addTablet(tx: Db, tablet: Tablet, now: string): Promise<void> {
  const { districtCode, officerId, deviceId, assignments } = tablet;
  await putOrgUnits(tx, [{ code: districtCode, name: districtCode }]);
  await addPeople(tx, [
    {
      id: officerId,
      username: officerId,
      username_key: officerId,
      password_hash: "",
      display_name: "พัฒนากร",
      role: "districtOfficer",
      user_type: null,
      position_title: "",
      org_unit_code: districtCode,
      affiliation: "",
      phone: "",
      email: "",
      registered_on: "2024-01-01",
      suspended_at: null,
    },
  ]);
  await noteSignIn(tx, { deviceId, personId: officerId, at: now });
  const expires_at = expiryAfter(new Date(now), CREDENTIAL_DAYS);
  const [secret = ""] = tablet.deviceToken.split(".");
  await addDeviceCredential(tx, {
    secret_hash: hashToken(secret),
    device_id: deviceId,
    generation: 0,
    rotated_at: now,
    expires_at,
  });
  await addSession(tx, {
    token_hash: hashToken(tablet.sessionToken),
    person_id: officerId,
    device_id: deviceId,
    renewed_at: now,
    expires_at,
  });
  await assign(tx, assignments);
}
