import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mutation } from "../../shared/push.ts";
import {
  aMutation,
  anAreaBody,
  anAssignment,
  anId,
  aReportBody,
  aSha256,
} from "../../shared/test-builders.ts";
import type { Known, KnownMutation } from "./known.ts";
import { reconcile } from "./reconcile.ts";

const assignment = anAssignment();
const REPORT = { kind: "report" as const, assignmentId: assignment.id };
const EPOCH = "00000000-0000-4000-8000-00000000e001";
const RECEIVED = { seq: 7, receivedAt: "2024-03-15T03:04:00Z" };

const assigned = {
  number: 1,
  kind: "report",
  assignmentId: assignment.id,
  version: 0,
  locked: false,
} as const;

/** Everything permits, and the report is only assigned. */
function known(fields: Partial<Known> = {}): Known {
  return {
    earlier: undefined,
    author: { role: "districtOfficer", unit: assignment.districtCode, suspended: false },
    vouched: true,
    assignment,
    submission: assigned,
    predecessor: undefined,
    contentOf: () => {
      throw new Error("No content is in question here");
    },
    hasArrived: () => false,
    epoch: EPOCH,
    next: RECEIVED,
    ...fields,
  };
}

function report(fields: Partial<Mutation> = {}): Mutation {
  return aMutation({
    submissionId: assignment.reportId,
    assignmentId: assignment.id,
    body: aReportBody({ outputs: { o1: 10 }, steps: { s1: 10, s2: 20 } }),
    ...fields,
  });
}

/** The report stands at version 2; version 1 is what `before` says. */
function atVersion2(before: ReturnType<typeof aReportBody>, now: ReturnType<typeof aReportBody>) {
  const contents = [before, now].map((body) => ({ body, attachments: [] }));
  return known({
    submission: { ...assigned, version: 2 },
    contentOf: (base) => {
      const content = "version" in base ? contents[base.version - 1] : undefined;
      if (!content) throw new Error("Not a stored content");
      return content;
    },
  });
}

test("a first mutation is accepted as version 1", () => {
  const mutation = report();
  expect(reconcile(mutation, known()).receipt).toEqual({
    mutationId: mutation.mutationId,
    outcome: "accepted",
    version: 1,
    missingFiles: [],
    ...RECEIVED,
  });
});

describe("[R1] what was decided stays decided", () => {
  function decided(mutation: Mutation): KnownMutation {
    const { receipt, base } = reconcile(mutation, known());
    return { hash: mutation.hash, submissionId: mutation.submissionId, receipt, base };
  }

  test("[R1] a repeated mutation gets its first receipt, even after the project closed", () => {
    const mutation = report();
    const earlier = decided(mutation);
    const closed = { ...assignment, open: false };
    expect(reconcile(mutation, known({ earlier, assignment: closed })).receipt).toBe(
      earlier.receipt,
    );
  });

  test("[R1] the same id with another hash is held, whatever it says", () => {
    const mutation = report();
    const other = { ...mutation, hash: aSha256("other") };
    expect(reconcile(other, known({ earlier: decided(mutation) })).receipt).toEqual({
      mutationId: mutation.mutationId,
      outcome: "held",
      reason: "id-reused",
    });
  });

  test("[R1] a waiting receipt is not final: the mutation is decided afresh", () => {
    const mutation = report({ baseVersion: 1 });
    const waiting = reconcile(mutation, known());
    expect(waiting.receipt).toMatchObject({ outcome: "waiting", for: { version: 1 } });
    const { receipt } = reconcile(mutation, {
      ...atVersion2(aReportBody(), aReportBody()),
      submission: {
        number: 1,
        kind: "report",
        assignmentId: assignment.id,
        version: 1,
        locked: false,
      },
      earlier: { ...waiting, hash: mutation.hash, submissionId: mutation.submissionId },
    });
    expect(receipt).toMatchObject({ outcome: "accepted", version: 2 });
  });
});

describe("[R2] who may not write learns nothing", () => {
  const author = { role: "districtOfficer", unit: "2709", suspended: false } as const;
  test.each([
    ["an unknown author", { author: undefined }, "unknown-author"],
    ["a suspended author", { author: { ...author, suspended: true } }, "unknown-author"],
    ["a planner", { author: { ...author, role: "provincePlanner" as const } }, "unknown-author"],
    ["an author nobody vouches for", { vouched: false }, "unknown-author"],
    ["an author of another district", { author: { ...author, unit: "2708" } }, "not-assigned"],
    ["the province's own person", { author: { ...author, unit: "27" } }, "not-assigned"],
    ["an assignment that is not there", { assignment: undefined }, "not-assigned"],
  ])("[R2] %s is held before anything is looked at", (_name, fields, reason) => {
    const mutation = report({ body: "nonsense", baseVersion: 99, baseMutationId: anId() });
    expect(reconcile(mutation, known(fields)).receipt).toEqual({
      mutationId: mutation.mutationId,
      outcome: "held",
      reason,
    });
  });
});

describe("[R3] edits of an old version", () => {
  const before = aReportBody({ outputs: { o1: 10 }, steps: { s1: 10, s2: 20 } });

  test("[R3] conflicts when both changed the same field, and shows what there is", () => {
    const now = { ...before, steps: { s1: 10, s2: 50 } };
    const mutation = report({ baseVersion: 1, body: { ...before, steps: { s1: 10, s2: 80 } } });
    const decision = reconcile(mutation, atVersion2(before, now));
    expect(decision.stored).toBeUndefined();
    expect(decision.receipt).toMatchObject({
      outcome: "conflict",
      fields: ["steps.s2"],
      current: { version: 2, body: now, attachments: [] },
    });
  });

  test("[R3] [O11] a number of another life of the server is no base: what stands there stays", () => {
    const others = { ...before, steps: { s1: 10, s2: 50 } };
    const mine = { ...before, steps: { s1: 10, s2: 80 } };
    const submission = { number: 1, ...REPORT, version: 1, locked: false };
    const restored = known({ submission, contentOf: () => ({ body: others, attachments: [] }) });
    const mutation = report({ baseVersion: 1, body: mine });
    const said = (baseEpoch: string) => reconcile({ ...mutation, baseEpoch }, restored).receipt;
    expect(said(aMutation().mutationId)).toMatchObject({
      outcome: "conflict",
      fields: ["steps.s2"],
      current: { version: 1, body: others },
    });
    expect(said(EPOCH)).toMatchObject({ outcome: "accepted", version: 2 });
  });

  test("[R3] merges when they changed different fields", () => {
    const now = { ...before, steps: { s1: 100, s2: 20 } };
    const mutation = report({ baseVersion: 1, body: { ...before, outputs: { o1: 58 } } });
    expect(reconcile(mutation, atVersion2(before, now)).receipt).toMatchObject({
      outcome: "merged",
      version: 3,
      body: { outputs: { o1: 58 }, steps: { s1: 100, s2: 20 } },
    });
  });

  test("[R3] merged halves that break a rule together are a conflict on those fields", () => {
    const area = anAreaBody({ participants: { men: null, women: null, total: 5 } });
    const both = { kind: "area" as const, assignmentId: assignment.id };
    // 120 photos on each side hold the limit of 200; together they do not.
    const photos = (side: string) =>
      Array.from({ length: 120 }, (_, index) => ({
        sha256: aSha256(`${side}${String(index).padStart(3, "0")}`),
        sizeBytes: 1000,
        mediaType: "image/webp" as const,
        name: "a.webp",
      }));
    const mutation = aMutation({
      ...both,
      baseVersion: 1,
      body: area,
      attachments: photos("mine"),
    });
    const { receipt } = reconcile(
      mutation,
      known({
        submission: { number: 1, ...both, version: 2, locked: false },
        contentOf: (base) => ({
          body: area,
          attachments: "version" in base && base.version === 2 ? photos("their") : [],
        }),
      }),
    );
    expect(receipt).toMatchObject({ outcome: "conflict", fields: ["attachments"] });
  });

  test("[R3] a follower of a held edit is merged against what that edit was made from", () => {
    const now = { ...before, steps: { s1: 100, s2: 20 } };
    const held = report({ baseVersion: 1 });
    const predecessor: KnownMutation = {
      hash: held.hash,
      submissionId: held.submissionId,
      receipt: { mutationId: held.mutationId, outcome: "held", reason: "invalid", fields: ["x"] },
      base: { version: 1 },
    };
    const follower = report({
      baseVersion: 1,
      baseMutationId: held.mutationId,
      body: { ...before, outputs: { o1: 58 } },
    });
    const { receipt } = reconcile(follower, { ...atVersion2(before, now), predecessor });
    expect(receipt).toMatchObject({ outcome: "merged", body: { outputs: { o1: 58 } } });
  });
});

describe("[R6] the shared rules run again", () => {
  test.each([
    ["a body of another shape", { body: { nonsense: true } }],
    ["a removed report", { body: null }],
    ["a percentage over 100", { body: aReportBody({ steps: { s1: 101 } }) }],
    ["a malformed attachment", { attachments: [{ sha256: "x" }] }],
  ])("[R6] %s is held with its paths", (_name, fields) => {
    const { receipt } = reconcile(report(fields), known());
    expect(receipt).toMatchObject({ outcome: "held", reason: "invalid" });
    if (receipt.outcome === "held") expect(receipt.fields?.length).toBeGreaterThan(0);
  });

  test("[R6] a report goes under the one id its assignment has for it", () => {
    const mutation = report({ submissionId: anId() });
    expect(reconcile(mutation, known({ submission: undefined })).receipt).toMatchObject({
      outcome: "held",
      fields: ["submissionId"],
    });
  });

  test("[R6] an area record cannot take a report's id", () => {
    const mutation = aMutation({
      kind: "area",
      submissionId: assignment.reportId,
      assignmentId: assignment.id,
      body: anAreaBody(),
    });
    expect(reconcile(mutation, known()).receipt).toMatchObject({ fields: ["submissionId"] });
  });

  test("a closed assignment and an endorsed submission are held as such", () => {
    const closed = known({ assignment: { ...assignment, open: false } });
    expect(reconcile(report(), closed).receipt).toMatchObject({ reason: "project-closed" });
    const endorsed = known({ submission: { ...assigned, version: 1, locked: true } });
    expect(reconcile(report(), endorsed).receipt).toMatchObject({ reason: "locked" });
  });
});

test("[R3] whatever three versions say, no entered value is lost: it is stored, or in conflict", () => {
  const percent = fc.integer({ min: 0, max: 100 });
  const body = fc
    .record({ o1: percent, s1: percent, s2: percent, successPoints: fc.constantFrom("", "ก", "ข") })
    .map(({ o1, s1, s2, successPoints }) =>
      aReportBody({ outputs: { o1 }, steps: { s1, s2 }, successPoints }),
    );
  fc.assert(
    fc.property(body, body, body, (base, mine, theirs) => {
      const mutation = report({ baseVersion: 1, body: mine });
      const { receipt, stored } = reconcile(mutation, atVersion2(base, theirs));
      if (receipt.outcome === "conflict") {
        expect(receipt.current.body).toEqual(theirs);
        expect(receipt.fields.length).toBeGreaterThan(0);
        return;
      }
      const result = stored?.body;
      if (!result || !("steps" in result)) throw new Error("A report was stored as a report");
      for (const step of ["s1", "s2"]) {
        const changedByMe = mine.steps[step] !== base.steps[step];
        expect(result.steps[step]).toBe(changedByMe ? mine.steps[step] : theirs.steps[step]);
      }
    }),
  );
});
