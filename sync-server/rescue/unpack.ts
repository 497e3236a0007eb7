import { hash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { RECORD_HEADER_BYTES, readRecordHeader } from "../../shared/rescue-file.ts";
import { RescueManifest } from "../../shared/rescue-manifest.ts";
import { createByteReader } from "./byte-reader.ts";
import { damaged } from "./unseal.ts";

export type Unpacked = { manifest: RescueManifest; pathOf(sha256: string): string };

/**
 * Puts the files of a rescue file into a folder, each under the hash of its bytes, and reads its
 * manifest. Nothing is believed before the end of the contents was reached.
 *
 * @throws AppError 400 rescue-damaged
 */
export async function unpack(contents: AsyncIterable<Buffer>, folder: string): Promise<Unpacked> {
  const reader = createByteReader(contents);
  const sizes = new Map<string, number>();
  const pathOf = (sha256: string) => path.join(folder, sha256);
  for (;;) {
    const record = readRecordHeader(await reader.take(RECORD_HEADER_BYTES));
    if (!record) throw damaged();
    const bytes = await reader.take(record.length);
    if (bytes.length !== record.length) throw damaged();
    if (record.kind === "file") {
      const sha256 = hash("sha256", bytes, "hex");
      await writeFile(pathOf(sha256), bytes);
      sizes.set(sha256, bytes.length);
      continue;
    }
    // Asking for more makes sure that the last chunk was seen.
    const rest = await reader.take(1);
    const manifest = readManifest(bytes);
    const isWhole = manifest?.files.every((file) => sizes.get(file.sha256) === file.sizeBytes);
    if (!manifest || !isWhole || rest.length > 0) throw damaged();
    return { manifest, pathOf };
  }
}

function readManifest(bytes: Buffer): RescueManifest | undefined {
  try {
    return RescueManifest.safeParse(JSON.parse(bytes.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}
