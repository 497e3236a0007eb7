/** A photo as it is stored and sent: upright, shrunk, without metadata. */
export type PreparedPhoto = {
  bytes: ArrayBuffer;
  mediaType: "image/webp" | "image/jpeg";
  sha256: string;
  width: number;
  height: number;
  /** From EXIF, ISO 8601 UTC. Absent when the photo does not say. */
  takenAt?: string;
  thumbnail: Blob;
};

/**
 * Why a photo could not be prepared. Its file is untouched in every case.
 * - `empty`: no bytes
 * - `unreadable`: the browser cannot read the file any more (moved, or not downloaded from a cloud)
 * - `undecodable`: damaged, or a format this browser does not know, such as HEIC
 * - `too-large`: more bytes or pixels than a tablet can hold in memory
 * - `crashed`: the worker died or took too long; trying once more may work
 * - `stopped`: the page no longer wants it
 */
export type PhotoError = {
  kind: "empty" | "unreadable" | "undecodable" | "too-large" | "crashed" | "stopped";
};
