import * as z from "zod/mini";
import {
  RescuedDraft,
  type RescuedDraftsReply,
  RescuedPastedText,
} from "../../shared/rescue-manifest.ts";
import { AppError } from "../app-error.ts";
import { findArrivedFile } from "../store/files.ts";
import type { Store } from "../store/open.ts";
import { findRescuedDraft, noteDraftTaken, readRescuedDrafts } from "../store/rescue.ts";
import { readAttachments } from "../sync/read-attachments.ts";

/** Drafts and pasted tables out of rescue files, for their authors and nobody else. */
export type RescuedWork = {
  list(authorId: string): Promise<RescuedDraftsReply>;
  /** The bytes of a file that a draft names. @throws AppError 404 */
  file(asked: { authorId: string; id: string; sha256: string }): Promise<Buffer>;
  /** The author has it on a tablet again: it is offered no more. Safe to repeat. */
  taken(work: { authorId: string; id: string }): Promise<void>;
};

/** As keep-unfinished.ts wrote it; a draft has all that a pasted table has not. */
const Kept = z.union([RescuedDraft, RescuedPastedText]);

export function createRescuedWork(deps: {
  store: Store;
  now(): Date;
  readFile(sha256: string): Promise<Buffer>;
}): RescuedWork {
  const { store, now, readFile } = deps;
  return {
    list: async (authorId) => {
      const offered: RescuedDraftsReply = { drafts: [], pastedTexts: [] };
      for (const row of await readRescuedDrafts(store.reader, authorId)) {
        const work = parse(row.draft);
        if ("submissionId" in work) offered.drafts.push({ id: row.id, draft: work });
        else offered.pastedTexts.push({ id: row.id, pastedText: work });
      }
      return offered;
    },
    file: async ({ authorId, id, sha256 }) => {
      const row = await findRescuedDraft(store.reader, { id, authorId });
      const work = row && parse(row.draft);
      if (!work || !("submissionId" in work)) throw notFound();
      const { submissionId, attachments } = work;
      const named = readAttachments(attachments);
      const isNamed = named.ok && named.value.some((file) => file.sha256 === sha256);
      const isHere =
        isNamed && (await findArrivedFile(store.reader, { submissionId, sha256 })) !== undefined;
      if (!isHere) throw notFound();
      return readFile(sha256);
    },
    taken: (work) => noteDraftTaken(store.writer, { ...work, at: now().toISOString() }),
  };
}

function notFound(): AppError {
  return new AppError(404, "not-found", "There is no such file");
}

function parse(kept: string): z.infer<typeof Kept> {
  return Kept.parse(JSON.parse(kept));
}
