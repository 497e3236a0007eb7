import { err, type Result } from "../../shared/result.ts";
import type { Sha256 } from "../../shared/scalars.ts";
import type { DraftKey } from "../db/drafts.ts";
import { type FileToAttach, replaceFile } from "../db/files.ts";
import type { FileRow } from "../db/rows.ts";
import { withRoom } from "../db/with-room.ts";
import type { QuarterTurns } from "../photos/photo-paper.ts";
import type { Services } from "../services.ts";
import type { RefusalReason } from "./attachment-queue.ts";

/** A photo as it was before it was first turned here, and how far it is turned now. */
type Turned = { source: FileRow; quarters: QuarterTurns };

const NEXT: Record<QuarterTurns, QuarterTurns> = { 0: 1, 1: 2, 2: 3, 3: 0 };

/**
 * Turns attached photos to the right by 90°, always from the bytes that were taken in: turned
 * often, a photo loses once, and turned all the way round it is the same file again.
 */
export function createPhotoTurner(
  { db, photos, now }: Pick<Services, "db" | "photos" | "now">,
  key: DraftKey,
) {
  const known = new Map<Sha256, Turned>();

  /** @returns the hash the photo is known by from now on; refused, it stays as it was */
  return async function turn(sha256: Sha256): Promise<Result<Sha256, { kind: RefusalReason }>> {
    const source = known.get(sha256)?.source ?? (await db.files.get(sha256));
    if (!source) return err({ kind: "unreadable" });
    const quarters = NEXT[known.get(sha256)?.quarters ?? 0];
    const file = quarters === 0 ? rowToAttach(source) : await turned(source, quarters);
    if ("error" in file) return file;
    const swap = () => replaceFile(db, key, { ...file, replaced: sha256, now: now() });
    const replaced = await withRoom(db, swap);
    if (replaced.ok) {
      known.set(replaced.value, { source, quarters });
      return replaced;
    }
    const { kind } = replaced.error;
    return err({ kind: kind === "no-draft" ? "not-kept" : kind });
  };

  async function turned(source: FileRow, quarters: QuarterTurns) {
    const made = await photos.turn(new Blob([source.bytes], { type: source.mediaType }), quarters);
    if (!made.ok) return made;
    const { bytes, mediaType, thumbnail } = made.value;
    return { bytes, mediaType, thumbnail: await thumbnail.arrayBuffer() };
  }
}

function rowToAttach({ bytes, mediaType, thumbnail }: FileRow): Omit<FileToAttach, "name" | "now"> {
  return { bytes, mediaType, ...(thumbnail ? { thumbnail } : {}) };
}
