import { MAX_FILE_BYTES } from "../../shared/attachment.ts";
import type { UploadRow } from "../db/rows.ts";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";

/** Why the server would not take a file, with the numbers where numbers are the reason (R29). */
export function refusalWords({ reason, sizeBytes }: UploadRow): string {
  const { files, errors, outbox } = t();
  switch (reason) {
    case "too-large":
      return files.tooLarge(bytes(sizeBytes), bytes(MAX_FILE_BYTES));
    case "file-type-mismatch":
    case "unsupported-media-type":
      return errors.codes[reason];
    case "bytes-missing":
    case "damaged":
      return outbox.bytesMissing;
    default:
      return outbox.fileRefused;
  }
}
