import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Assignment } from "../../shared/assignment.ts";
import { anAssignment } from "../../shared/test-builders.ts";
import { addProjects, assign } from "../../sync-server/store/assignments.ts";
import { putFiscalYears } from "../../sync-server/store/fiscal-years.ts";
import { type Db, openStore } from "../../sync-server/store/open.ts";
import { putOrgUnits } from "../../sync-server/store/org-units.ts";
import { addPeople } from "../../sync-server/store/people.ts";

// The province of the fuzz test: small, so that many tablets can live in it often.

export const PASSWORD = "the fuzz test hashes no passwords";
export const PLANNER = "22222222-2222-4222-8222-000000000009";
const FISCAL_YEAR = 2567;
const OFFICES = { "": "centre", "27": "province", "2708": "neighbour", "2709": "district" };

export type Officer = { id: string; username: string; district: string };

/** Two who share a district, and one next door. */
export const OFFICERS: readonly Officer[] = [
  { id: "22222222-2222-4222-8222-000000000001", username: "one", district: "2709" },
  { id: "22222222-2222-4222-8222-000000000002", username: "two", district: "2709" },
  { id: "22222222-2222-4222-8222-000000000003", username: "three", district: "2708" },
];

/** Where files live that need not outlive the run: memory where the machine offers it. */
export function scratchFolder(): Promise<string> {
  const memory = "/dev/shm";
  return mkdtemp(path.join(existsSync(memory) ? memory : tmpdir(), "bpm-fuzz-"));
}

/** Makes the database that every run starts from a copy of. In it every officer has something to report. */
export async function makeOffice(file: string, perOfficer = 1): Promise<Assignment[]> {
  const assignments = Array.from({ length: perOfficer }, () =>
    OFFICERS.map(({ district: districtCode }) => anAssignment({ districtCode })),
  ).flat();
  const store = await openStore(file, { demo: false, now: new Date().toISOString() });
  await store.writer.transaction().execute((tx) => fill(tx, assignments));
  await store.close();
  return assignments;
}

async function fill(tx: Db, assignments: Assignment[]): Promise<void> {
  await putOrgUnits(
    tx,
    Object.entries(OFFICES).map(([code, name]) => ({ code, name })),
  );
  const officers = OFFICERS.map((officer) => ({ ...officer, role: "districtOfficer" as const }));
  const planner = {
    id: PLANNER,
    username: "planner",
    district: "27",
    role: "provincePlanner" as const,
  };
  await addPeople(
    tx,
    [...officers, planner].map(({ id, username, district, role }) => ({
      id,
      username,
      username_key: username,
      password_hash: PASSWORD,
      display_name: `Name of ${username}`,
      role,
      user_type: null,
      position_title: "",
      org_unit_code: district,
      affiliation: "",
      phone: "",
      email: "",
      registered_on: "2020-10-01",
      suspended_at: null,
    })),
  );
  await putFiscalYears(tx, [{ fiscalYear: FISCAL_YEAR, open: true }]);
  await addProjects(
    tx,
    assignments.map(({ project }) => ({ ...project, fiscalYear: FISCAL_YEAR })),
  );
  await assign(tx, assignments);
}
