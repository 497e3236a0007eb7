import { AreaBody } from "../../shared/area-record.ts";
import { withNewVillages } from "../area-words.ts";
import { areaNamesOf } from "../db/area-names.ts";
import { type NewestArea, newestAreas } from "../db/area-records.ts";
import { draftsOf } from "../db/drafts.ts";
import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { submissionsOf } from "../db/submissions.ts";
import type { PrintedReport, Standing } from "../print/printed-report.ts";
import { readReport, type SubmissionView, versionOf } from "./read-submission.ts";
import { newestContent } from "./report-content.ts";

/** The report as its author knows it, drafts included, ready for paper; undefined where there is none. */
export async function readPrinted(
  db: AppDb,
  person: PersonRow,
  assignmentId: string,
): Promise<PrintedReport | undefined> {
  const report = await readReport(db, person, assignmentId);
  if (!report) return undefined;
  const { assignment, draft, outbox, confirmed } = report;
  const { body, attachments } = newestContent({ draft, queued: outbox.at(-1), confirmed });
  const areas = await areasToPrint(db, person, assignmentId);
  const codes = [...body.areaCodes, ...areas.map((area) => area.body.areaCode)];
  const known = await areaNamesOf(db, person.orgUnitCode, [assignment.districtCode, ...codes]);
  const standing = standingOf(report, areas);
  const { review } = confirmed ?? {};
  const isEndorsed = standing.kind === "received" && review?.state === "endorsed";
  return {
    assignment,
    reportId: assignment.reportId,
    body,
    attachments,
    // Only what is said: where it has come is no part of the check number.
    areas: areas.map(({ submissionId: id, body, attachments }) => ({ id, body, attachments })),
    areaNames: withNewVillages(known, body, ...areas.map((area) => area.body)),
    standing,
    reporter: await reporterOf(db, person, report),
    endorsed:
      isEndorsed && review.at !== null ? { name: review.byName ?? "", at: review.at } : undefined,
  };
}

/** The records of the assignment that are whole; as of the report, without what needs care. */
async function areasToPrint(
  db: AppDb,
  person: PersonRow,
  assignmentId: string,
): Promise<NewestArea<AreaBody>[]> {
  const [received, outbox, drafts] = await Promise.all([
    submissionsOf(db, person.orgUnitCode, assignmentId),
    db.outbox.where("assignmentId").equals(assignmentId).toArray(),
    draftsOf(db, person.id),
  ]);
  const submissions = received.toSorted((a, b) => a.seq - b.seq);
  const own = drafts.filter((draft) => draft.assignmentId === assignmentId);
  return newestAreas(
    { submissions, settled: [], outbox, drafts: own },
    (body) => AreaBody.safeParse(body).data,
  );
}

/** What is printed has come only as far as the part of it that is behind. */
function standingOf(report: SubmissionView, areas: readonly NewestArea<AreaBody>[]): Standing {
  const { draft, outbox, confirmed } = report;
  const isAny = (place: "draft" | "queued") => areas.some((area) => area.place === place);
  const version = Math.max(1, versionOf(report));
  if (draft || isAny("draft")) return { kind: "draft", version };
  if (outbox.length > 0 || isAny("queued")) return { kind: "queued", version };
  if (!confirmed) return { kind: "draft", version };
  return { kind: "received", version, at: confirmed.receivedAt, number: confirmed.seq };
}

/** Who made what is printed; the position of those who signed in on this tablet. */
async function reporterOf(
  db: AppDb,
  person: PersonRow,
  { draft, outbox, confirmed }: SubmissionView,
): Promise<PrintedReport["reporter"]> {
  const authorId = draft?.authorId ?? outbox.at(-1)?.authorId ?? confirmed?.authorId ?? person.id;
  const author = await db.people.get(authorId);
  if (author) return { name: author.displayName, position: author.positionTitle };
  return { name: confirmed?.authorName ?? "", position: "" };
}
