import type { AreaDraft } from "./area-record.ts";
import type { Attachment } from "./attachment.ts";
import { mergeParagraphs } from "./merge-paragraphs.ts";
import { emptyReport, type ReportBody } from "./report.ts";
import { same } from "./same.ts";
import type { SubmissionBody, SubmissionContent, SubmissionKind } from "./submission.ts";

export type Merge = {
  /** Everything both sides entered; where they disagree, mine. */
  content: SubmissionContent;
  /** Paths that both changed, to different values: "steps.s2", "attachments.<sha256>". Empty: merged. */
  conflicts: string[];
};

export type Sides<T> = { base: T; mine: T; theirs: T };

/** The content a submission is merged against when there was nothing before (baseVersion 0). */
export const nothing: SubmissionContent = { body: null, attachments: [] };

/**
 * Three-way merge by field (sync law R3). Pure; nobody's clock takes part.
 *
 * Plain fields merge as a whole, outputs, steps and new villages by id, areas and attachments as
 * sets in which a removal counts as a change, long text by paragraph. A removal never beats an edit:
 * that is a conflict (or, for an attachment, the edit wins), so that no value anyone entered
 * disappears.
 */
export function merge(kind: SubmissionKind, sides: Sides<SubmissionContent>): Merge {
  const conflicts: string[] = [];
  const bodies = { base: sides.base.body, mine: sides.mine.body, theirs: sides.theirs.body };
  const body = mergeBody(kind, bodies, conflicts);
  const attachments = mergeAttachments(
    {
      base: sides.base.attachments,
      mine: sides.mine.attachments,
      theirs: sides.theirs.attachments,
    },
    conflicts,
  );
  return { content: { body, attachments }, conflicts };
}

function mergeBody(
  kind: SubmissionKind,
  { base, mine, theirs }: Sides<SubmissionBody>,
  conflicts: string[],
): SubmissionBody {
  if (mine === null || theirs === null) {
    return mergeWhole("body", { base, mine, theirs }, conflicts);
  }
  if (kind === "report" && "steps" in mine && "steps" in theirs) {
    const from = base !== null && "steps" in base ? base : emptyReport;
    return mergeReport({ base: from, mine, theirs }, conflicts);
  }
  if (kind === "area" && "venue" in mine && "venue" in theirs) {
    return mergeArea(base !== null && "venue" in base ? base : {}, mine, theirs, conflicts);
  }
  return mergeWhole("body", { base, mine, theirs }, conflicts);
}

function mergeReport(sides: Sides<ReportBody>, conflicts: string[]): ReportBody {
  const { base, mine, theirs } = sides;
  return {
    outputs: mergeById("outputs", base.outputs, mine.outputs, theirs.outputs, conflicts),
    steps: mergeById("steps", base.steps, mine.steps, theirs.steps, conflicts),
    successPoints: mergeText(
      "successPoints",
      base.successPoints,
      mine.successPoints,
      theirs.successPoints,
      conflicts,
    ),
    newVillages: mergeById(
      "newVillages",
      base.newVillages,
      mine.newVillages,
      theirs.newVillages,
      conflicts,
    ),
    areaCodes: mergeSet(base.areaCodes, mine.areaCodes, theirs.areaCodes),
    activity: mergeWhole(
      "activity",
      { base: base.activity, mine: mine.activity, theirs: theirs.activity },
      conflicts,
    ),
  };
}

/** An area record that is still filled in, in two windows; where both changed the same, mine. */
export function mergeAreaDraft({ base, mine, theirs }: Sides<AreaDraft>): AreaDraft {
  return mergeArea(base, mine, theirs, []);
}

function mergeArea<Body extends AreaDraft>(
  base: Partial<Body>,
  mine: Body,
  theirs: Body,
  conflicts: string[],
): Body {
  const whole = <K extends keyof Body & string>(key: K): Body[K] => {
    const sides = { base: base[key], mine: mine[key], theirs: theirs[key] };
    const merged = mergeWhole<Body[K] | undefined>(key, sides, conflicts);
    return merged === undefined ? mine[key] : merged;
  };
  return {
    ...mine,
    areaCode: whole("areaCode"),
    newVillages: mergeById(
      "newVillages",
      base.newVillages ?? {},
      mine.newVillages,
      theirs.newVillages,
      conflicts,
    ),
    venue: whole("venue"),
    targetGroup: whole("targetGroup"),
    participants: whole("participants"),
    result: mergeText("result", base.result ?? "", mine.result, theirs.result, conflicts),
    heldOn: mergeWhole(
      "heldOn",
      { base: base.heldOn ?? null, mine: mine.heldOn, theirs: theirs.heldOn },
      conflicts,
    ),
    costSatang: whole("costSatang"),
    costReason: whole("costReason"),
    position: mergeWhole(
      "position",
      { base: base.position ?? null, mine: mine.position, theirs: theirs.position },
      conflicts,
    ),
  };
}

/** One value that only changes as a whole. */
function mergeWhole<T>(path: string, { base, mine, theirs }: Sides<T>, conflicts: string[]): T {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  conflicts.push(path);
  return mine;
}

function mergeText(
  path: string,
  base: string,
  mine: string,
  theirs: string,
  conflicts: string[],
): string {
  const merged = mergeParagraphs({ base, mine, theirs });
  if (merged === undefined) conflicts.push(path);
  return merged ?? mine;
}

function mergeById<T extends number | string>(
  path: string,
  base: Record<string, T>,
  mine: Record<string, T>,
  theirs: Record<string, T>,
  conflicts: string[],
): Record<string, T> {
  // Maps, so that no id is mistaken for what every object has from birth ("constructor").
  const before = new Map(Object.entries(base));
  const here = new Map(Object.entries(mine));
  const there = new Map(Object.entries(theirs));
  const merged = new Map<string, T>();
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const sides = { base: before.get(id), mine: here.get(id), theirs: there.get(id) };
    const value = mergeWhole(`${path}.${id}`, sides, conflicts);
    // Emptied on this side while the other changed it: keep theirs visible beside the conflict.
    const shown = value ?? (same(sides.theirs, sides.base) ? undefined : sides.theirs);
    if (shown !== undefined) merged.set(id, shown);
  }
  return Object.fromEntries(merged);
}

function mergeSet(base: string[], mine: string[], theirs: string[]): string[] {
  const before = new Set(base);
  const [here, there] = [new Set(mine), new Set(theirs)];
  const kept = (member: string) =>
    before.has(member) ? here.has(member) && there.has(member) : true;
  return [...new Set([...mine, ...theirs])].filter(kept).sort();
}

function mergeAttachments(
  { base, mine, theirs }: Sides<Attachment[]>,
  conflicts: string[],
): Attachment[] {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;

  const [before, here, there] = [bySha256(base), bySha256(mine), bySha256(theirs)];
  const theyReordered = !same(common(theirs, before), common(base, there));
  const inOrder = theyReordered ? [...theirs, ...mine] : [...mine, ...theirs];

  const merged: Attachment[] = [];
  for (const sha256 of new Set(inOrder.map((attachment) => attachment.sha256))) {
    const sides = { base: before.get(sha256), mine: here.get(sha256), theirs: there.get(sha256) };
    const kept =
      sides.mine && sides.theirs
        ? mergeWhole(`attachments.${sha256}`, sides, conflicts)
        : keptByOneSide(sides);
    if (kept) merged.push(kept);
  }
  return merged;
}

/** Present on one side only: added there, or removed on the other; a removal yields to an edit. */
function keptByOneSide({ base, mine, theirs }: Sides<Attachment | undefined>) {
  const remaining = mine ?? theirs;
  return base !== undefined && same(remaining, base) ? undefined : remaining;
}

function bySha256(list: Attachment[]): Map<string, Attachment> {
  return new Map(list.map((attachment) => [attachment.sha256, attachment]));
}

function common(list: Attachment[], other: Map<string, Attachment>): string[] {
  return list.filter(({ sha256 }) => other.has(sha256)).map(({ sha256 }) => sha256);
}
