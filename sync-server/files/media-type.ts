import { fileTypeFromBuffer } from "file-type";
import type { MediaType } from "../../shared/attachment.ts";

const CFB = "application/x-cfb";
const ZIP = "application/zip";

/** What the content of each type looks like; the old Office formats share one container. */
const LOOKS_LIKE: Record<MediaType, readonly string[]> = {
  "image/jpeg": ["image/jpeg"],
  "image/webp": ["image/webp"],
  "image/png": ["image/png"],
  "image/heic": ["image/heic", "image/heif"],
  "application/pdf": ["application/pdf"],
  "application/msword": [CFB],
  "application/vnd.ms-excel": [CFB],
  "application/vnd.ms-powerpoint": [CFB],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ZIP,
  ],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ZIP,
  ],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": [
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ZIP,
  ],
};

/** The type that the bytes show, never what a name or header says; null when they show none. */
export async function foundType(bytes: Uint8Array): Promise<string | null> {
  return (await fileTypeFromBuffer(bytes))?.mime ?? null;
}

export function isOfType(found: string | null, announced: MediaType): boolean {
  return found !== null && LOOKS_LIKE[announced].includes(found);
}
