import { areaCodesOf } from "../../shared/history.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import { areaNamesOf } from "../db/area-names.ts";
import { readContent } from "../db/content.ts";
import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { changesBetween, receivedVersions, type VersionEntry } from "../version-entries.ts";
import { readReport, type SubmissionView } from "./read-submission.ts";
import { reportBodyOf } from "./report-content.ts";

/** One report with all its versions: those the server has, and those still on this tablet. */
export type ReportHistory = {
  report: SubmissionView;
  entries: VersionEntry[];
  areaNames: Map<string, string>;
};

/** @returns undefined where this tablet has no such assignment */
export async function readHistory(
  db: AppDb,
  person: PersonRow,
  assignmentId: string,
): Promise<ReportHistory | undefined> {
  const report = await readReport(db, person, assignmentId);
  if (!report) return undefined;
  const people = new Map(
    (await db.people.toArray()).map(({ id, displayName }) => [id, displayName]),
  );
  const entries = versionsHere(report, people);
  const changes = entries.flatMap((entry) => entry.changes ?? []);
  const contents = new Set(changes.flatMap(({ before, after }) => [before, after]));
  const codes = [...contents].flatMap(({ body }) => areaCodesOf(body));
  return { report, entries, areaNames: await areaNamesOf(db, person.orgUnitCode, codes) };
}

/** @param people display names by id, of those who signed in on this tablet */
function versionsHere(
  { draft, outbox, settled, confirmed }: SubmissionView,
  people: ReadonlyMap<string, string>,
): VersionEntry[] {
  const nameOf = (authorId: string) => people.get(authorId) ?? "";
  const received = confirmed ? receivedVersions(confirmed) : [];
  const next = (confirmed?.version ?? 0) + 1;
  const queued = outbox.map((row, at) =>
    unsent("queued", {
      version: next + at,
      byName: nameOf(row.authorId),
      madeAt: row.queuedAt,
      base: row.base,
      content: readContent(row.mutation),
    }),
  );
  const drafts = draft
    ? [
        unsent("draft", {
          version: next + outbox.length,
          byName: nameOf(draft.authorId),
          madeAt: draft.updatedAt,
          base: draft.base,
          content: { body: reportBodyOf(draft.body), attachments: draft.attachments },
        }),
      ]
    : [];
  const keptAside = settled
    .filter(({ receipt }) => receipt.outcome === "conflict" || receipt.outcome === "held")
    .map((row) =>
      unsent("kept-aside", {
        version: row.mutation.baseVersion + 1,
        byName: nameOf(row.authorId),
        madeAt: row.mutation.madeAt,
        base: row.base,
        content: readContent(row.mutation),
      }),
    );
  const arrived = [...keptAside, ...received].sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
  return [...drafts, ...queued.toReversed(), ...arrived];
}

function timeOf({ received, madeAt }: VersionEntry): Instant {
  return received?.at ?? madeAt;
}

type Unsent = {
  version: number;
  byName: string;
  madeAt: Instant;
  base: SubmissionContent;
  content: SubmissionContent | undefined;
};

function unsent(
  state: Exclude<VersionEntry["state"], "received">,
  { version, byName, madeAt, base, content }: Unsent,
): VersionEntry {
  const follows = content !== undefined && base.body !== null;
  return {
    state,
    version,
    byName,
    madeAt,
    ...(follows ? { changes: changesBetween(base, content) } : {}),
    reviews: [],
  };
}
