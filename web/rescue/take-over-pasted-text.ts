import type { RescuedDraftsReply } from "../../shared/rescue-manifest.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { AppDb } from "../db/schema.ts";
import { durably, type StorageError } from "../db/storage-error.ts";
import type { Transport } from "../sync/transport.ts";

export type OfferedPastedText = RescuedDraftsReply["pastedTexts"][number];

export type TakeOverTextError =
  | StorageError
  /** This tablet does not see the assignment, or not any more. */
  | { kind: "no-assignment" }
  /** Its author has pasted another table for this work on this tablet: that goes first. */
  | { kind: "draft-exists" };

/**
 * Puts a rescued table where it was pasted, to go on with it on this tablet. The server offers it
 * until it is durable here, so nothing is lost wherever this ends. Safe to repeat.
 */
export async function takeOverPastedText(
  { db, transport }: { db: AppDb; transport: Pick<Transport, "dropRescuedDraft"> },
  { id, pastedText }: OfferedPastedText,
): Promise<Result<void, TakeOverTextError>> {
  const { authorId, assignmentId, text } = pastedText;
  const stored = await durably(db, () =>
    db.transaction("rw", db.pastedTexts, db.assignments, async () => {
      const isAssigned = (await db.assignments.where("id").equals(assignmentId).count()) > 0;
      if (!isAssigned) return err({ kind: "no-assignment" as const });
      const here = await db.pastedTexts.get([authorId, assignmentId]);
      if (here && here.text !== text) return err({ kind: "draft-exists" as const });
      // Not 0, by which an empty table that stands open in a window would take its place.
      if (!here) await db.pastedTexts.add({ ...pastedText, revision: 1 });
      return ok(undefined);
    }),
  );
  if (!stored.ok) return stored;
  // Unheard, it is offered again, and is here already.
  await transport.dropRescuedDraft({ id, viewer: authorId });
  return ok(undefined);
}
