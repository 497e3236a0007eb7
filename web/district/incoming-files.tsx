import { Camera } from "lucide";
import { MAX_FILE_BYTES } from "../../shared/attachment.ts";
import { Button } from "../components/button.tsx";
import { FileButton } from "../components/file-button.tsx";
import { PhotoTile } from "../components/photo-tile.tsx";
import { RefusedFile } from "../components/refused-file.tsx";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { IncomingFile } from "./attachment-queue.ts";

/** Tiles of the files that are being taken in, in place of the photos they will be. */
export function IncomingTiles({ incoming }: { incoming: readonly IncomingFile[] }) {
  return incoming
    .filter(({ refused }) => refused === undefined)
    .map(({ id, name }) => (
      <PhotoTile key={id} src={undefined} name={name} state={{ kind: "shrinking" }} />
    ));
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

function refusalWords({ sizeBytes }: IncomingFile, reason: NonNullable<IncomingFile["refused"]>) {
  const { files, form } = t();
  switch (reason) {
    // R29: the number stands in the message.
    case "too-large":
      return files.tooLarge(bytes(sizeBytes), bytes(MAX_FILE_BYTES));
    case "storage-full":
    case "storage-lost":
    case "app-outdated":
      return form.notSaved[reason];
    default:
      return files.problems[reason];
  }
}
