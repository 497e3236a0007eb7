import { describe, expect, test } from "vitest";
import { changedPaths } from "./changed-paths.ts";
import { contentBefore, differenceTo } from "./history.ts";
import type { SubmissionContent } from "./submission.ts";
import { anAreaBody, anAttachment, aReportBody } from "./test-builders.ts";

const photo = anAttachment({ name: "เวที.webp" });
const paper = anAttachment({ name: "รายชื่อ.pdf", mediaType: "application/pdf" });
const report = (fields = {}, attachments = [photo]): SubmissionContent => ({
  body: aReportBody({ steps: { s1: 100, s2: 40 }, successPoints: "ครบ", ...fields }),
  attachments,
});
const area = (fields = {}): SubmissionContent => ({ body: anAreaBody(fields), attachments: [] });
const removed: SubmissionContent = { body: null, attachments: [] };

const PAIRS: [string, SubmissionContent, SubmissionContent, string[]][] = [
  ["nothing", report(), report(), []],
  [
    "a step, and one more",
    report(),
    report({ steps: { s1: 100, s2: 60, s3: 10 } }),
    ["steps.s2", "steps.s3"],
  ],
  ["a step emptied", report(), report({ steps: { s1: 100 } }), ["steps.s2"]],
  ["text and dates", report(), report({ successPoints: "", activity: null }), ["successPoints"]],
  [
    "an output under a name of every object",
    report({ outputs: {} }),
    report({ outputs: { valueof: 1 } }),
    ["outputs.valueof"],
  ],
  [
    "a file for another",
    report(),
    report({}, [paper]),
    [`attachments.${paper.sha256}`, `attachments.${photo.sha256}`],
  ],
  [
    "a caption",
    report(),
    report({}, [{ ...photo, caption: "เวที" }]),
    [`attachments.${photo.sha256}`],
  ],
  [
    "the order of files only",
    report({}, [photo, paper]),
    report({}, [paper, photo]),
    ["attachments"],
  ],
  ["an area's cost", area(), area({ costSatang: 5 }), ["costSatang"]],
  ["an area removed", area(), removed, ["body"]],
  ["an area brought back", removed, area(), ["body"]],
];

describe("[V4] what changed between two versions", () => {
  test.each(PAIRS)("%s, by path", (_what, before, after, paths) => {
    expect(changedPaths(before, after)).toEqual(paths);
  });

  test.each(PAIRS)(
    "%s: the earlier one comes back whole from the later",
    (_what, before, after) => {
      expect(contentBefore(after, differenceTo(after, before))).toEqual(before);
    },
  );

  test("only what differs is kept", () => {
    const difference = differenceTo(report({ successPoints: "ครบทุกหมู่บ้าน" }), report());
    expect(difference).toEqual({ body: { successPoints: "ครบ" } });
    expect(differenceTo(report(), report())).toEqual({});
  });

  test("a field of another version of the app leaves the content unread, not wrong", () => {
    expect(contentBefore(report(), { body: { weather: "ฝน" } })).toBeUndefined();
  });
});
