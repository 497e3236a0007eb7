import { isLongText } from "../../shared/choose-fields.ts";
import { areaCodesOf } from "../../shared/history.ts";
import { merge, type Sides } from "../../shared/merge.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import { contentOf } from "../db/content.ts";
import type { SettledRow } from "../db/rows.ts";
import { fieldLabel } from "../field-label.ts";
import { fieldWords, type Named } from "../field-words.ts";

/** One question of a conflict: the same field in three versions, as people read them. */
export type ConflictField = {
  path: string;
  label: string;
  longText: boolean;
  /** Of a step: how far each side says it is. */
  percents: { mine: number; theirs: number; before: number } | null;
  mine: string;
  theirs: string;
  before: string;
};

/** The three versions a conflict is about; undefined for anything but a conflict. */
export function sidesOf({
  receipt,
  mutation,
  base,
}: SettledRow): Sides<SubmissionContent> | undefined {
  if (receipt.outcome !== "conflict") return undefined;
  const { body, attachments } = receipt.current;
  return { base, mine: contentOf(mutation), theirs: { body, attachments } };
}

/** The areas that its three versions name. */
export function conflictAreas(row: SettledRow): readonly string[] {
  const sides = sidesOf(row);
  return sides ? Object.values(sides).flatMap(({ body }) => areaCodesOf(body)) : [];
}

export function conflictFields(row: SettledRow, nameOf: Named["nameOf"]): ConflictField[] {
  const sides = sidesOf(row);
  if (!sides) return [];
  const { assignment, mutation } = row;
  return merge(mutation.kind, sides).conflicts.map((path) => {
    const words = (side: SubmissionContent) => fieldWords(path, side, { assignment, nameOf });
    return {
      path,
      label: fieldLabel(path, assignment, [...sides.mine.attachments, ...sides.theirs.attachments]),
      longText: isLongText(path),
      percents: path.startsWith("steps.") ? percentsAt(path, sides) : null,
      mine: words(sides.mine),
      theirs: words(sides.theirs),
      before: words(sides.base),
    };
  });
}

function percentsAt(path: string, { base, mine, theirs }: Sides<SubmissionContent>) {
  const percent = ({ body }: SubmissionContent) =>
    body !== null && "steps" in body ? (body.steps[path.slice("steps.".length)] ?? 0) : 0;
  return { mine: percent(mine), theirs: percent(theirs), before: percent(base) };
}
