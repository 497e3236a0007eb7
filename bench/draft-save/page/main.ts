import { must } from "../../../shared/invariant.ts";
import { anAssignment, anId } from "../../../shared/test-builders.ts";
import { saveDraft, startDraft } from "../../../web/db/drafts.ts";
import { openAppDb } from "../../../web/db/open-app-db.ts";
import { createRandom } from "../../ground/random.ts";
import { reportBody } from "../../ground/report-body.ts";
import { openRawStore } from "./raw-store.ts";

const opened = await openAppDb();
const db = must(opened.ok ? opened.value : undefined, "the app's database opens");
const raw = await openRawStore();
const random = createRandom(1);
const assignment = anAssignment();
const now = new Date().toISOString();
const key = { authorId: anId(), submissionId: assignment.reportId };
await db.assignments.put({ ...assignment, unit: assignment.districtCode });
const started = await startDraft(db, {
  ...key,
  kind: "report",
  assignmentId: assignment.id,
  now,
});
const draft = must(started.ok ? started.value : undefined, "the draft starts");
let revision = draft.revision;

type Contender = "ours" | "put" | "getAndPut";
const order: Contender[] = ["ours", "put", "getAndPut"];

/** One save by each contender, of the same form, in ms until it is durable. */
async function saveOnce(): Promise<Record<Contender, number>> {
  const body = reportBody(random, assignment);
  const row = { ...draft, body };
  const save: Record<Contender, () => Promise<void>> = {
    put: () => raw.put("draft", row),
    getAndPut: () => raw.getAndPut("draft", row),
    async ours() {
      const saved = await saveDraft(db, key, { body, typed: {}, place: "", revision, now });
      revision = must(saved.ok ? saved.value : undefined, "the draft is saved");
    },
  };
  const took = { ours: 0, put: 0, getAndPut: 0 };
  for (const name of order) took[name] = await timed(save[name]);
  // Whoever comes first finds everything asleep; each does so equally often.
  order.push(...order.splice(0, 1));
  return took;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

Object.assign(globalThis, { bench: { saveOnce } });
document.body.dataset.state = "ready";
