import "fake-indexeddb/auto";
import { must } from "../../shared/invariant.ts";
import { err } from "../../shared/result.ts";
import { saveDraft, startDraft } from "../../web/db/drafts.ts";
import { openAppDb } from "../../web/db/open-app-db.ts";
import type { AppDb } from "../../web/db/schema.ts";
import { enterPerson } from "../../web/db/settings.ts";
import { submitDraft } from "../../web/db/submit-draft.ts";
import { createRandom } from "../ground/random.ts";
import { reportBody } from "../ground/report-body.ts";
import type { Tablet } from "../ground/reports.ts";

/** The tablet's real database, in memory, with its officer signed in. */
export async function openTabletDb({ officerId, districtCode }: Tablet): Promise<AppDb> {
  const opened = await openAppDb({ name: officerId });
  const db = must(opened.ok ? opened.value : undefined, "the database opens");
  const person = {
    id: officerId,
    username: officerId,
    displayName: "พัฒนากร",
    role: "districtOfficer" as const,
    userType: null,
    positionTitle: "",
    orgUnitCode: districtCode,
    orgUnitName: districtCode,
    affiliation: "",
    phone: "",
    email: "",
    registeredOn: "2024-01-01",
  };
  const expiresAt = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
  const rescue = { keyId: "0".repeat(16), publicKey: `04${"0".repeat(128)}`, devicePass: null };
  await enterPerson(
    db,
    { person, expiresAt, demo: false, deviceId: null, rescue },
    new Date().toISOString(),
  );
  return db;
}

/** Fills in and submits the reports of some assignments, as the form does. */
export async function submitReports(
  db: AppDb,
  { officerId: authorId }: Tablet,
  assignments: Tablet["assignments"],
): Promise<void> {
  const random = createRandom(assignments.length);
  const now = new Date().toISOString();
  for (const assignment of assignments) {
    const key = { authorId, submissionId: assignment.reportId };
    const wanted = { ...key, kind: "report" as const, assignmentId: assignment.id, now };
    const draft = await startDraft(db, wanted);
    const body = reportBody(random, assignment);
    const saved = draft.ok
      ? await saveDraft(db, key, {
          body,
          typed: {},
          place: "",
          revision: draft.value.revision,
          now,
        })
      : draft;
    const submitted = saved.ok ? await submitDraft(db, key, now) : err(saved.error);
    if (!submitted.ok) throw new Error(`A report was refused: ${JSON.stringify(submitted.error)}`);
  }
}
