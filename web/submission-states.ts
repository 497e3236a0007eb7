import { useCurrentPerson } from "./current-person.ts";
import { draftsOf } from "./db/drafts.ts";
import { type StateSources, type SubmissionState, submissionStates } from "./db/report-state.ts";
import type { AppDb } from "./db/schema.ts";
import { useLive } from "./live.ts";
import { useServices } from "./services.ts";

type StoredSources = Omit<StateSources, "sending">;

const nothingYet: StoredSources = {
  drafts: [],
  outbox: [],
  settled: [],
  uploads: [],
  submissions: [],
};

/** Everything the states are made from; undefined until the database was read. */
export function useStateSources(): StoredSources | undefined {
  const { db } = useServices();
  const { id, orgUnitCode } = useCurrentPerson();
  return useLive<StoredSources | undefined>(
    () => stateSources(db, { authorId: id, unit: orgUnitCode }),
    [db, id, orgUnitCode],
    undefined,
  ).value;
}

/** The state of every submission this tablet knows of, by its id, as it changes. */
export function useSubmissionStates(sources = nothingYet): Map<string, SubmissionState> {
  const { sync } = useServices();
  return submissionStates({ ...sources, sending: sync.status.value.sending });
}

async function stateSources(
  db: AppDb,
  { authorId, unit }: { authorId: string; unit: string },
): Promise<StoredSources> {
  const [drafts, outbox, settled, uploads, submissions] = await Promise.all([
    draftsOf(db, authorId),
    db.outbox.toArray(),
    db.settled.toArray(),
    db.uploads.toArray(),
    db.submissions.where(":id").between([unit], [unit, []]).toArray(),
  ]);
  return { drafts, outbox, settled, uploads, submissions };
}
