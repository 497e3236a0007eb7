import * as z from "zod/mini";
import { Attachment } from "../../shared/attachment.ts";
import type { RescuedDraftsReply } from "../../shared/rescue-manifest.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import { SubmissionBody } from "../../shared/submission.ts";
import { versionUnder } from "../db/content.ts";
import { hasFile } from "../db/has-file.ts";
import type { DraftRow, FileRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { sha256Of } from "../db/sha256.ts";
import { durably, type StorageError } from "../db/storage-error.ts";
import type { RescuedDraft, Transport } from "../sync/transport.ts";
import type { TransportError } from "../sync/transport-error.ts";

export type OfferedDraft = RescuedDraftsReply["drafts"][number];

export type TakeOverError =
  | StorageError
  | TransportError
  /** Its author is editing this submission on this tablet already: that goes first. */
  | { kind: "draft-exists" }
  /** This tablet does not see the assignment, or not any more. */
  | { kind: "no-assignment" }
  /** Written by a version of the app that this one cannot read. */
  | { kind: "unreadable" };

const Body = z.json();
const Attachments = z.array(Attachment);
const Base = z.object({ body: SubmissionBody, attachments: Attachments });

/**
 * Puts a rescued draft, with its files, into this tablet's drafts, to go on where it was left. The
 * server offers it until it is durable here, so nothing is lost wherever this ends. Safe to repeat.
 */
export async function takeOverDraft(
  { db, transport }: { db: AppDb; transport: Transport },
  { id, draft }: OfferedDraft,
  now: Instant,
): Promise<Result<void, TakeOverError>> {
  const assignment = await db.assignments.where("id").equals(draft.assignmentId).first();
  if (!assignment) return err({ kind: "no-assignment" });
  const read = [
    Body.safeParse(draft.body),
    Attachments.safeParse(draft.attachments),
    Base.safeParse(draft.base),
  ] as const;
  const [body, attachments, base] = read;
  if (!body.success || !attachments.success || !base.success) return err({ kind: "unreadable" });

  const files = await fetchFiles(
    { db, transport },
    { id, viewer: draft.authorId, attachments: attachments.data, now },
  );
  if (!files.ok) return files;
  const { baseMutationId, baseVersion, baseEpoch, ...kept } = draft;
  const { unit: _, ...own } = assignment;
  const row: DraftRow = {
    ...kept,
    ...versionUnder({ baseVersion, baseEpoch }),
    ...(baseMutationId ? { baseMutationId } : {}),
    assignment: own,
    body: body.data,
    attachments: attachments.data,
    base: base.data,
    revision: 0,
  };
  const stored = await durably(db, () => store(db, row, files.value));
  if (!stored.ok) return stored;
  // Unheard, it is offered again, and refused here because the draft exists.
  await transport.dropRescuedDraft({ id, viewer: draft.authorId });
  return ok(undefined);
}

/** The files of a draft that this tablet does not have. One the server lacks too is left to the form. */
async function fetchFiles(
  { db, transport }: { db: AppDb; transport: Transport },
  { id, viewer, attachments, now }: RescuedDraft & { attachments: Attachment[]; now: Instant },
): Promise<Result<FileRow[], TransportError>> {
  const files: FileRow[] = [];
  for (const { sha256, sizeBytes, mediaType } of attachments) {
    if (await hasFile(db, sha256)) continue;
    const fetched = await transport.rescuedFile({ id, viewer }, sha256);
    if (!fetched.ok) {
      if (fetched.error.kind === "rejected" && fetched.error.status === 404) continue;
      return fetched;
    }
    const bytes = fetched.value;
    if ((await sha256Of(bytes)) !== sha256) return err({ kind: "portal" });
    files.push({ sha256, bytes, sizeBytes, mediaType, addedAt: now });
  }
  return ok(files);
}

function store(db: AppDb, row: DraftRow, files: FileRow[]) {
  return db.transaction("rw", db.drafts, db.files, async () => {
    if (await db.drafts.get([row.authorId, row.submissionId])) {
      return err({ kind: "draft-exists" as const });
    }
    await db.files.bulkPut(files);
    await db.drafts.add(row);
    return ok(undefined);
  });
}
