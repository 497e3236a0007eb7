import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AreaBody } from "./area-record.ts";
import { type Merge, merge, nothing } from "./merge.ts";
import { ReportBody } from "./report.ts";
import { same } from "./same.ts";
import type { SubmissionBody, SubmissionContent, SubmissionKind } from "./submission.ts";
import { anAreaBody, anAttachment, aSha256 } from "./test-builders.ts";

// Few ids, numbers and paragraphs, so that the two sides often meet.
const PLAIN_IDS = ["s1", "s2", "1", "10"];
const ODD_IDS = [...PLAIN_IDS, "constructor", "__proto__"];

const entries = (ids: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 3 })), { maxLength: 4 })
    .map((list): Record<string, number> => Object.fromEntries(list));
const villages = fc
  .array(fc.tuple(fc.constantFrom("27090105", "27090199"), fc.constantFrom("ก", "ข")), {
    maxLength: 2,
  })
  .map((list): Record<string, string> => Object.fromEntries(list));
const areaCode = fc.constantFrom("270901", "270902", "270903");
const longText = fc
  .array(fc.constantFrom("ก", "ข", "ค", "ง"), { maxLength: 4 })
  .map((list) => list.join("\n"));
const date = fc.constantFrom("2024-03-14", "2024-03-15", "2024-03-16");
const hashes = ["1", "2", "3"].map((seed) => aSha256(seed));
const attachments = fc
  .uniqueArray(fc.constantFrom(...hashes), { maxLength: 3 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((sha256) =>
        fc
          .constantFrom(undefined, "ก", "ข")
          .map((caption) => anAttachment(caption === undefined ? { sha256 } : { sha256, caption })),
      ),
    ),
  );
const reportBody = (ids: string[]): fc.Arbitrary<ReportBody> =>
  fc.record({
    newVillages: villages,
    outputs: entries(ids),
    steps: entries(ids),
    successPoints: longText,
    areaCodes: fc.uniqueArray(areaCode).map((codes) => codes.sort()),
    activity: fc.option(fc.record({ from: date, to: date })),
  });
const areaBody: fc.Arbitrary<AreaBody> = fc
  .record({
    areaCode,
    venue: longText,
    targetGroup: longText,
    result: longText,
    heldOn: fc.option(date),
    newVillages: villages,
    costSatang: fc.integer({ min: 0, max: 3 }),
    men: fc.option(fc.integer({ min: 0, max: 2 })),
  })
  .map(({ men, ...fields }) =>
    anAreaBody({ ...fields, participants: { men, women: null, total: 9 } }),
  );
const contents = {
  report: fc.record({ body: reportBody(ODD_IDS), attachments }),
  area: fc.record({ body: fc.option(areaBody, { freq: 5 }), attachments }),
};

/** Every value in a content that a person can have entered, under the path a conflict would name. */
function entered({ body, attachments }: SubmissionContent): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const attachment of attachments) {
    values.set(`attachments.${attachment.sha256}`, attachment);
  }
  for (const [field, value] of Object.entries(body ?? {})) {
    if (field === "outputs" || field === "steps" || field === "newVillages") {
      for (const [id, entry] of Object.entries(value)) values.set(`${field}.${id}`, entry);
    } else if (field === "areaCodes") {
      for (const code of body && "areaCodes" in body ? body.areaCodes : []) {
        values.set(`areaCodes.${code}`, code);
      }
    } else if (value !== null) values.set(field, value);
  }
  return values;
}

/** Whether a conflict names the path, or the body that it is in. */
function isTold(path: string, conflicts: string[]): boolean {
  return (
    conflicts.includes(path) || (conflicts.includes("body") && !path.startsWith("attachments."))
  );
}

/** Whether `merged` has `value` at `path`; a long text may hold it among the other side's paragraphs. */
function holds(merged: Map<string, unknown>, path: string, value: unknown, base: unknown): boolean {
  const found = merged.get(path);
  if ((path !== "successPoints" && path !== "result") || typeof value !== "string") {
    return same(found, value);
  }
  const before = new Set(String(base ?? "").split("\n"));
  const paragraphs = new Set(String(found ?? "").split("\n"));
  return value.split("\n").every((line) => before.has(line) || line === "" || paragraphs.has(line));
}

describe.each(["report", "area"] as const)("[P6] laws of merging: %s", (kind) => {
  const content: fc.Arbitrary<SubmissionContent> = contents[kind];
  const sides = fc.record({
    base: fc.oneof({ arbitrary: content, weight: 4 }, fc.constant(nothing)),
    mine: content,
    theirs: content,
  });

  test("no value that anyone entered disappears: it is in the merge, or its path is a conflict", () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const { content: merged, conflicts } = merge(kind, { base, mine, theirs });
        const [before, after] = [entered(base), entered(merged)];
        for (const side of [mine, theirs]) {
          for (const [path, value] of entered(side)) {
            if (same(value, before.get(path))) continue;
            const kept = holds(after, path, value, before.get(path));
            expect(kept || isTold(path, conflicts), path).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("nothing is invented: every value of the merge was on one of the sides", () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const { content: merged } = merge(kind, { base, mine, theirs });
        const [here, there] = [entered(mine), entered(theirs)];
        for (const [path, value] of entered(merged)) {
          if (path === "successPoints" || path === "result") continue;
          expect(same(value, here.get(path)) || same(value, there.get(path)), path).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the same on both sides is itself, and an unchanged side gives way", () => {
    fc.assert(
      fc.property(content, content, (base, x) => {
        const itself = { content: x, conflicts: [] };
        expect(merge(kind, { base, mine: x, theirs: structuredClone(x) })).toEqual(itself);
        expect(merge(kind, { base, mine: x, theirs: base })).toEqual(itself);
        expect(merge(kind, { base, mine: base, theirs: x })).toEqual(itself);
      }),
    );
  });

  test("the sides may be exchanged, but for who is shown in a conflict and the photos' order", () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const one = merge(kind, { base, mine, theirs });
        const other = merge(kind, { base, mine: theirs, theirs: mine });
        expect([...other.conflicts].sort()).toEqual([...one.conflicts].sort());
        const agreed = ({ content: merged, conflicts }: Merge) =>
          new Map([...entered(merged)].filter(([path]) => !isTold(path, conflicts)));
        expect(agreed(other)).toEqual(agreed(one));
      }),
      { numRuns: 500 },
    );
  });
});

describe("[R3] edits of different fields merge, and each is in the result", () => {
  const editors = fc.func(fc.constantFrom("nobody", "mine", "theirs"));

  function check(
    kind: SubmissionKind,
    [base, edited]: [object, object],
    [editorOf, read]: [(field: string) => string, (body: unknown) => SubmissionBody],
  ): void {
    const after = new Map<string, unknown>(Object.entries(edited));
    const editedBy = (...sides: string[]): SubmissionContent => {
      const fields = Object.entries(base).map(([field, value]): [string, unknown] =>
        sides.includes(editorOf(field)) ? [field, after.get(field)] : [field, value],
      );
      return { body: read(Object.fromEntries(fields)), attachments: [] };
    };
    const sides = { base: editedBy(), mine: editedBy("mine"), theirs: editedBy("theirs") };
    expect(merge(kind, sides)).toEqual({ content: editedBy("mine", "theirs"), conflicts: [] });
  }

  test("in a report", () => {
    const body = reportBody(PLAIN_IDS);
    fc.assert(
      fc.property(body, body, editors, (base, edited, editorOf) => {
        check("report", [base, edited], [editorOf, (raw) => ReportBody.parse(raw)]);
      }),
    );
  });

  test("in an area record", () => {
    fc.assert(
      fc.property(areaBody, areaBody, editors, (base, edited, editorOf) => {
        check("area", [base, edited], [editorOf, (raw) => AreaBody.parse(raw)]);
      }),
    );
  });
});
