import { expect, test } from "vitest";
import { conflictCurrent, hashedText, MAX_BATCH_MUTATIONS, Mutation, PushRequest } from "./push.ts";
import { aMutation, anId, aReportBody, aStoredSubmission } from "./test-builders.ts";

test("[R1] the sealed text covers every field of a mutation but the seal", () => {
  const { hash: _, ...sealed } = aMutation({ baseMutationId: anId(), baseEpoch: anId() });
  expect(JSON.parse(hashedText(sealed))).toEqual(sealed);
  expect(Object.keys(Mutation.shape).sort()).toEqual([...Object.keys(sealed), "hash"].sort());
});

test("[R1] the sealed text is the same however the mutation travelled", () => {
  const mutation = aMutation({ body: aReportBody({ steps: { s2: 5, s1: 3 } }) });
  const turned = Object.fromEntries(Object.entries(mutation).reverse());
  expect(hashedText(Mutation.parse(JSON.parse(JSON.stringify(turned))))).toBe(hashedText(mutation));
  expect(hashedText(mutation)).not.toContain("baseMutationId");
});

test("[R5] a body of any shape is let in to be judged on its own; a batch has its limits", () => {
  const push = (mutations: unknown[]) =>
    PushRequest.safeParse({ protocolVersion: 1, deviceId: anId(), epochSeen: null, mutations })
      .success;
  expect(push([aMutation({ body: "ผิด", attachments: [1] }), aMutation()])).toBe(true);
  const full = Array.from({ length: MAX_BATCH_MUTATIONS }, () => aMutation());
  expect(push(full)).toBe(true);
  expect(push([...full, aMutation()])).toBe(false);
  expect(push([])).toBe(false);
});

test("a conflict shows what is stored, and nothing of who stored it", () => {
  const { version, body, attachments, ...rest } = aStoredSubmission({ version: 3 });
  expect(conflictCurrent({ version, body, attachments, ...rest })).toEqual({
    version,
    body,
    attachments,
  });
});
