import { GitMerge } from "lucide";
import type { StoredSubmission } from "../../shared/submission.ts";
import { Icon } from "../components/icon.tsx";
import { reviewingWords } from "../i18n/reviewing-words.ts";

type MergeNoteProps = { report: StoredSubmission; version: number };

/** What merging did to make a version; nothing where nobody else had changed anything. */
export function MergeNote({ report, version }: MergeNoteProps) {
  const made = [report, ...report.history].find((one) => one.version === version);
  if (made?.mergedFrom === undefined) return null;
  return (
    <p class="version-event">
      <Icon node={GitMerge} size={20} class="text-kram" />
      <span>{reviewingWords().merged(made.mergedFrom, version - 1)}</span>
    </p>
  );
}
