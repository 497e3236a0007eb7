import type { Db } from "./open.ts";
import type { AnnouncedFileRow } from "./schema.ts";
import { appendSubmissionChange } from "./submissions.ts";

type FileOfSubmission = { submissionId: string; sha256: string };

/** What a mutation said about a file; undefined when none of this submission ever named it so. */
export async function findAnnouncement(
  db: Db,
  { submissionId, sha256, sizeBytes }: FileOfSubmission & { sizeBytes: number },
): Promise<AnnouncedFileRow | undefined> {
  return db
    .selectFrom("announced_files")
    .selectAll()
    .where("submission_id", "=", submissionId)
    .where("sha256", "=", sha256)
    .where("size_bytes", "=", sizeBytes)
    .executeTakeFirst();
}

/**
 * Notes that a file is here, whole and verified, for a submission (F1, F2), and tells the feed when
 * that is news. Safe to repeat.
 */
export async function noteArrival(
  tx: Db,
  file: FileOfSubmission & { sizeBytes: number; mediaType: string; at: string },
): Promise<void> {
  const { submissionId, sha256, sizeBytes, mediaType, at } = file;
  await tx
    .insertInto("files")
    .values({ sha256, size_bytes: sizeBytes, media_type: mediaType, stored_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("file_arrivals")
    .values({ submission_id: submissionId, sha256, arrived_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 0n) await appendSubmissionChange(tx, submissionId);
}

/** Notes that bytes are kept that are not what they said they are (F3). Safe to repeat. */
export async function noteKeptAside(
  tx: Db,
  file: FileOfSubmission & { announcedType: string; foundType: string | null; at: string },
): Promise<void> {
  await tx
    .insertInto("kept_aside_files")
    .values({
      submission_id: file.submissionId,
      sha256: file.sha256,
      announced_type: file.announcedType,
      found_type: file.foundType,
      kept_at: file.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A file that arrived for a submission, with the name its people gave it. */
export async function findArrivedFile(
  db: Db,
  { submissionId, sha256 }: FileOfSubmission,
): Promise<{ mediaType: string; name: string } | undefined> {
  const row = await db
    .selectFrom("file_arrivals")
    .innerJoin("files", "files.sha256", "file_arrivals.sha256")
    .innerJoin("announced_files", (join) =>
      join
        .onRef("announced_files.submission_id", "=", "file_arrivals.submission_id")
        .onRef("announced_files.sha256", "=", "file_arrivals.sha256")
        .onRef("announced_files.size_bytes", "=", "files.size_bytes"),
    )
    .select(["files.media_type", "announced_files.name"])
    .where("file_arrivals.submission_id", "=", submissionId)
    .where("file_arrivals.sha256", "=", sha256)
    .executeTakeFirst();
  return row && { mediaType: row.media_type, name: row.name };
}
