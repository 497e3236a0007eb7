import { Camera } from "lucide";
import { MAX_FILE_BYTES } from "../../shared/attachment.ts";
import { Button } from "../components/button.tsx";
import { FileButton } from "../components/file-button.tsx";
import { PhotoTile } from "../components/photo-tile.tsx";
import { ProgressBar } from "../components/progress-bar.tsx";
import { RefusedFile } from "../components/refused-file.tsx";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { type IncomingFile, isTakingIn, type RefusalReason } from "./attachment-queue.ts";
import type { Attachments } from "./use-attachments.ts";

/** Tiles of the files that are being taken in, in place of the photos they will be. */
export function IncomingTiles({ incoming }: { incoming: readonly IncomingFile[] }) {
  return incoming
    .filter(({ refused }) => refused === undefined)
    .map(({ id, name, isWorking }) => (
      <PhotoTile
        key={id}
        src={undefined}
        name={name}
        state={{ kind: isWorking ? "shrinking" : "waiting" }}
      />
    ));
}

/** How many of the files chosen together are done. */
export function IntakeLine({ incoming, progress }: Pick<Attachments, "incoming" | "progress">) {
  if (!isTakingIn(incoming)) return null;
  const { done, all } = progress;
  const words = t().files.takingIn(done, all);
  return (
    <div class="my-3">
      <p class="mb-1 text-ink2" role="status">
        {words}
      </p>
      <ProgressBar percent={(100 * done) / all} />
    </div>
  );
}

type RefusedFilesProps = {
  incoming: readonly IncomingFile[];
  beforeOpen: () => Promise<unknown>;
  onFiles: (files: File[]) => void;
  onDismiss: (id: number) => void;
};

/** Files that could not be taken, each with its number and two ways out. */
export function RefusedFiles({ incoming, beforeOpen, onFiles, onDismiss }: RefusedFilesProps) {
  const { files } = t();
  return incoming.flatMap((file) => {
    if (file.refused === undefined) return [];
    const instead = (chosen: File[]) => {
      onDismiss(file.id);
      onFiles(chosen);
    };
    return [
      <RefusedFile key={file.id} name={file.name} reason={refusalWords(file, file.refused)}>
        <FileButton
          label={files.photographInstead}
          icon={Camera}
          accept="image/*"
          capture
          beforeOpen={beforeOpen}
          onFiles={instead}
        />
        <FileButton label={files.chooseAnother} beforeOpen={beforeOpen} onFiles={instead} />
        <Button onClick={() => onDismiss(file.id)}>{files.dismiss}</Button>
      </RefusedFile>,
    ];
  });
}

/** Why a file was not taken, with the numbers (R29). */
export function refusalWords({ sizeBytes }: { sizeBytes: number }, reason: RefusalReason): string {
  const { files, form } = t();
  switch (reason) {
    case "too-large":
      return files.tooLarge(bytes(sizeBytes), bytes(MAX_FILE_BYTES));
    case "unshrinkable":
      return files.unshrinkable(bytes(sizeBytes), bytes(MAX_FILE_BYTES));
    case "storage-full":
      return files.noRoom;
    case "storage-lost":
    case "app-outdated":
      return form.notSaved[reason];
    default:
      return files.problems[reason];
  }
}
