import { differenceTo } from "../../shared/history.ts";
import type { PastVersion, Review, StoredSubmission } from "../../shared/submission.ts";
import { parseComments, parseContent } from "../stored-json.ts";
import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";

export type History = Pick<StoredSubmission, "mergedFrom" | "earlierReviews" | "history">;

/** What came before the newest word on each submission, by its id; in two statements (V2, V4). */
export async function readHistories(
  db: Db,
  submissions: readonly { id: string; version: number; review_id: number | null }[],
): Promise<Map<string, History>> {
  if (submissions.length === 0) return new Map();
  const ids = submissions.map(({ id }) => id);
  const [versions, reviews] = [await readVersions(db, ids), await readReviews(db, ids)];
  return new Map(
    submissions.map(({ id, version, review_id }) => {
      const said = reviews.get(id) ?? [];
      const of = (wanted: number) => said.filter((one) => one.version === wanted);
      const earlierReviews = of(version)
        .filter((one) => one.id !== review_id)
        .map(asReview);
      const all = versions.get(id) ?? [];
      const history = pastVersions(all, (past) => of(past).map(asReview));
      return [id, { ...mergedFrom(all[0]), earlierReviews, history }];
    }),
  );
}

type ReadVersion = Awaited<ReturnType<typeof selectVersions>>[number];
type ReadReview = Awaited<ReturnType<typeof selectReviews>>[number];

/** @param versions of one submission, the newest first */
function pastVersions(
  versions: readonly ReadVersion[],
  reviewsOf: (version: number) => Review[],
): PastVersion[] {
  const contents = versions.map(parseContent);
  return versions.flatMap((row, at) => {
    const [content, later] = [contents[at], contents[at - 1]];
    if (!content || !later) return [];
    return [
      {
        version: row.version,
        ...mergedFrom(row),
        seq: row.seq,
        authorName: row.author_name,
        madeAt: row.made_at,
        receivedAt: row.received_at,
        ...differenceTo(later, content),
        reviews: reviewsOf(row.version),
      },
    ];
  });
}

/** Only what was merged says something itself that differs from its version. */
function mergedFrom(row: ReadVersion | undefined): { mergedFrom?: number } {
  return row?.is_merged === 1 ? { mergedFrom: row.base_version } : {};
}

function asReview(row: ReadReview): Review {
  return {
    state: row.state,
    at: row.reviewed_at,
    byId: row.reviewer_id,
    byName: row.reviewer_name,
    comments: parseComments(row.comments),
  };
}

async function readVersions(db: Db, ids: readonly string[]): Promise<Map<string, ReadVersion[]>> {
  return Map.groupBy(await selectVersions(db, ids), ({ submission_id }) => submission_id);
}

async function readReviews(db: Db, ids: readonly string[]): Promise<Map<string, ReadReview[]>> {
  return Map.groupBy(await selectReviews(db, ids), ({ submission_id }) => submission_id);
}

function selectVersions(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("submissions")
    .innerJoin("versions", "versions.submission_number", "submissions.number")
    .innerJoin("people", "people.id", "versions.author_id")
    .select((eb) => [
      "submissions.id as submission_id",
      "versions.version",
      "versions.base_version",
      eb("versions.said", "is not", null).as("is_merged"),
      "versions.seq",
      "versions.made_at",
      "versions.received_at",
      "versions.body",
      "versions.attachments",
      "people.display_name as author_name",
    ])
    .where("submissions.id", "in", anyOf(ids))
    .orderBy("versions.version", "desc")
    .execute();
}

function selectReviews(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("submissions")
    .innerJoin("reviews", "reviews.submission_number", "submissions.number")
    .innerJoin("people", "people.id", "reviews.reviewer_id")
    .select([
      "submissions.id as submission_id",
      "reviews.id",
      "reviews.version",
      "reviews.state",
      "reviews.reviewed_at",
      "reviews.comments",
      "reviews.reviewer_id",
      "people.display_name as reviewer_name",
    ])
    .where("submissions.id", "in", anyOf(ids))
    .orderBy("reviews.id")
    .execute();
}
