import { hash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import path from "node:path";
import { Attachment } from "../../../shared/attachment.ts";
import type { Publish } from "../../files/publish.ts";
import { pick } from "./ids.ts";
import type { StoryPush } from "./story.ts";

/** A drawn photograph of the story and where its bytes are. */
export type DemoPhoto = Pick<Attachment, "sha256" | "sizeBytes"> & { path: string };

const FOLDER = path.join(import.meta.dirname, "photos");

/** The drawn photographs, in order of name. */
export function demoPhotos(): DemoPhoto[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const file = path.join(FOLDER, name);
      const bytes = readFileSync(file);
      return { path: file, sha256: hash("sha256", bytes, "hex"), sizeBytes: bytes.length };
    });
}

/** Brings the photos that the pushes named, as an upload would; one in seven is still on its way. */
export async function deliverPhotos(
  pushes: readonly StoryPush[],
  deps: { photos: readonly DemoPhoto[]; publish: Publish; dataDir: string },
): Promise<void> {
  const { photos, publish, dataDir } = deps;
  for (const { submissionId, attachments } of pushes.flatMap(({ mutations }) => mutations)) {
    for (const attachment of attachments) {
      const { sha256 } = Attachment.parse(attachment);
      const photo = photos.find((one) => one.sha256 === sha256);
      if (!photo || pick(7, submissionId, sha256) === 0) continue;
      // What is published gets a second name, which needs it to be on the data folder's disk.
      const copy = path.join(dataDir, randomUUID());
      await copyFile(photo.path, copy);
      await publish({ ...photo, submissionId, path: copy });
      await rm(copy);
    }
  }
}
