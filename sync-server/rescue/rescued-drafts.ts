import { RescuedDraft, type RescuedDraftsReply } from "../../shared/rescue-manifest.ts";
import { AppError } from "../app-error.ts";
import { findArrivedFile } from "../store/files.ts";
import type { Store } from "../store/open.ts";
import { findRescuedDraft, noteDraftTaken, readRescuedDrafts } from "../store/rescue.ts";
import { readAttachments } from "../sync/read-attachments.ts";

/** Drafts out of rescue files, for their authors and nobody else. */
export type RescuedDrafts = {
  list(authorId: string): Promise<RescuedDraftsReply>;
  /** The bytes of a file that a draft names. @throws AppError 404 */
  file(asked: { authorId: string; id: string; sha256: string }): Promise<Buffer>;
  /** The author has it on a tablet again: it is offered no more. Safe to repeat. */
  taken(draft: { authorId: string; id: string }): Promise<void>;
};

export function createRescuedDrafts(deps: {
  store: Store;
  now(): Date;
  readFile(sha256: string): Promise<Buffer>;
}): RescuedDrafts {
  const { store, now, readFile } = deps;
  return {
    list: async (authorId) => {
      const rows = await readRescuedDrafts(store.reader, authorId);
      return { drafts: rows.map(({ id, draft }) => ({ id, draft: parse(draft) })) };
    },
    file: async ({ authorId, id, sha256 }) => {
      const row = await findRescuedDraft(store.reader, { id, authorId });
      const { submissionId, attachments } = row ? parse(row.draft) : { attachments: [] };
      const named = readAttachments(attachments);
      const isNamed = named.ok && named.value.some((file) => file.sha256 === sha256);
      const isHere =
        isNamed &&
        submissionId !== undefined &&
        (await findArrivedFile(store.reader, { submissionId, sha256 })) !== undefined;
      if (!isHere) throw new AppError(404, "not-found", "There is no such file");
      return readFile(sha256);
    },
    taken: (draft) => noteDraftTaken(store.writer, { ...draft, at: now().toISOString() }),
  };
}

function parse(draft: string): RescuedDraft {
  return RescuedDraft.parse(JSON.parse(draft));
}
