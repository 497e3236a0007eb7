import { isVisibleFrom } from "../../shared/org-unit.ts";
import type { Person } from "../../shared/person.ts";
import { findArrivedFile } from "../store/files.ts";
import type { Db } from "../store/open.ts";
import { findStoredSubmission } from "../store/submissions.ts";
import { visibleTypes } from "../sync/delta.ts";
import type { FileFolder } from "./file-folder.ts";

export type OpenedFile = { bytes: Buffer; mediaType: string; name: string };

/** A file of a submission, to someone who may read that submission; undefined to everyone else. */
export async function openFile(
  { db, files }: { db: Db; files: FileFolder },
  asked: { person: Person; submissionId: string; sha256: string },
): Promise<OpenedFile | undefined> {
  const { role, orgUnitCode } = asked.person;
  if (!visibleTypes(role).includes("submission")) return undefined;
  const submission = await findStoredSubmission(db, asked.submissionId);
  if (!submission || !isVisibleFrom(orgUnitCode, submission.scope)) return undefined;
  const file = await findArrivedFile(db, asked);
  return file && { ...file, bytes: await files.read(asked.sha256) };
}
