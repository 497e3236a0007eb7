import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Attachment } from "../../shared/attachment.ts";
import { err, type Result } from "../../shared/result.ts";
import type { SubmissionKind } from "../../shared/submission.ts";
import { discardIfUntouched, startDraft } from "../db/drafts.ts";
import {
  attachFile,
  describeFile,
  moveFile,
  putBackFile,
  type RemovedFile,
  removeFile,
} from "../db/files.ts";
import { withRoom } from "../db/with-room.ts";
import { useLive } from "../live.ts";
import { intakeAttachment, type PreparedAttachment } from "../photos/attachment-intake.ts";
import { type Services, useServices } from "../services.ts";
import {
  type AttachmentQueue,
  createAttachmentQueue,
  type IncomingFile,
  type IntakeProgress,
  isTakingIn,
  type RefusalReason,
} from "./attachment-queue.ts";
import type { FormKey } from "./form-kind.ts";
import { createPhotoTurner } from "./photo-turner.ts";

export type Attachments = {
  attached: readonly Attachment[];
  incoming: readonly IncomingFile[];
  progress: IntakeProgress;
  queue: AttachmentQueue;
  describe: (sha256: string, caption: string) => Promise<unknown>;
  move: (sha256: string, by: number) => Promise<unknown>;
  turn: ReturnType<typeof createPhotoTurner>;
  /** @returns how to undo it; nothing where the draft did not have it */
  remove: (sha256: string) => Promise<(() => Promise<unknown>) | undefined>;
};

/** The files of a draft, and those on their way into it. */
export function useAttachments(kind: SubmissionKind, formKey: FormKey): Attachments {
  const services = useServices();
  const { db, dirtyForms, now } = services;
  const { authorId, submissionId, assignmentId } = formKey;
  // Behind the good news that all is kept, its photos stay to be seen: the draft is gone then.
  const lastKnown = useRef<readonly Attachment[]>([]);
  const attached = useLive<readonly Attachment[]>(
    async () => {
      const draft = await db.drafts.get([authorId, submissionId]);
      if (draft) lastKnown.current = draft.attachments;
      return lastKnown.current;
    },
    [db, authorId, submissionId],
    [],
  );
  const intake = useSignal({ incoming: NO_FILES, progress: { done: 0, all: 0 } });
  const { incoming, progress } = intake.value;
  const queue = useMemo(() => {
    const draft = { authorId, submissionId, assignmentId, kind };
    return createAttachmentQueue({
      prepare: (file) => intakeAttachment(file, services.photos),
      keep: (prepared) => keepFile(services, draft, prepared),
      onChange: (files, progress) => {
        intake.value = { incoming: files, progress };
      },
    });
  }, [services, intake, kind, authorId, submissionId, assignmentId]);
  const turn = useMemo(
    () => createPhotoTurner(services, { authorId, submissionId }),
    [services, authorId, submissionId],
  );

  // A reload would lose the photos that are being shrunk.
  const isBusy = isTakingIn(incoming);
  useEffect(() => {
    if (!isBusy) return;
    const form = Symbol(submissionId);
    dirtyForms.set(form, () => queue.settled());
    return () => dirtyForms.delete(form);
  }, [isBusy, dirtyForms, queue, submissionId]);

  const key = { authorId, submissionId };
  return {
    attached: attached.value,
    incoming,
    progress,
    queue,
    turn,
    describe: (sha256, caption) => {
      const location = attached.value.find((file) => file.sha256 === sha256)?.location;
      const change = { sha256, caption, now: now(), ...(location ? { location } : {}) };
      return describeFile(db, key, change);
    },
    move: (sha256, by) => moveFile(db, key, { sha256, by, now: now() }),
    async remove(sha256) {
      const removed = await removeFile(db, key, { sha256, now: now() });
      const file: RemovedFile | undefined = removed.ok ? removed.value : undefined;
      return file && (() => putBackFile(db, key, { removed: file, now: now() }));
    },
  };
}

const NO_FILES: readonly IncomingFile[] = [];

async function keepFile(
  { db, now }: Services,
  draft: FormKey & { kind: SubmissionKind },
  prepared: PreparedAttachment,
) {
  const { bytes, mediaType, name } = prepared;
  const file = {
    bytes,
    mediaType,
    name,
    now: now(),
    ...("takenAt" in prepared ? { takenAt: prepared.takenAt } : {}),
    ...("thumbnail" in prepared ? { thumbnail: await prepared.thumbnail.arrayBuffer() } : {}),
  };
  const kept = await withRoom(db, () => attachFile(db, draft, file));
  if (kept.ok || kept.error.kind !== "no-draft") return notKept(kept);
  // Left as untouched, or submitted in another window, while the photo was shrunk.
  await startDraft(db, { ...draft, now: now() });
  const again = await withRoom(db, () => attachFile(db, draft, file));
  if (!again.ok) await discardIfUntouched(db, draft);
  return notKept(again);
}

function notKept(
  kept: Awaited<ReturnType<typeof attachFile>>,
): Result<unknown, { kind: RefusalReason }> {
  if (kept.ok) return kept;
  const { kind } = kept.error;
  return err({ kind: kind === "no-draft" ? "not-kept" : kind });
}
