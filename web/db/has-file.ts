import type { Sha256 } from "../../shared/scalars.ts";
import type { AppDb } from "./schema.ts";

/** Whether the tablet has a file; not whether the browser gives its bytes back, which is asked elsewhere (O15). */
export async function hasFile(db: AppDb, sha256: Sha256): Promise<boolean> {
  return (await db.files.where(":id").equals(sha256).count()) > 0;
}
