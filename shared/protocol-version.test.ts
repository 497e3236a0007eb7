import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { canonicalJson } from "./canonical-json.ts";
import { Session, SignIn } from "./person.ts";
import { OLDEST_READABLE_PROTOCOL, PROTOCOL_VERSION } from "./protocol-version.ts";
import { KnownPut, PullReply } from "./pull.ts";
import { PushReply, PushRequest, Receipt } from "./push.ts";
import { RescueManifest, RescueReply } from "./rescue-manifest.ts";
import { ReviewRequest } from "./review.ts";
import { SyncError } from "./sync-error.ts";

const WIRE = {
  PushRequest,
  PushReply,
  Receipt,
  PullReply,
  KnownPut,
  RescueManifest,
  RescueReply,
  ReviewRequest,
  SyncError,
  Session,
  SignIn,
};

/** What the wire looked like in each version, as hashes of its JSON schemas. Released ones stay. */
const RECORDED: Record<number, Record<string, string>> = {
  1: {
    KnownPut: "8d1fe0692e715e64",
    PullReply: "021feea72aa41f15",
    PushReply: "224ea1a68eb2f69f",
    PushRequest: "65b602977518c1f6",
    Receipt: "2f290bda91f0d675",
    RescueManifest: "c8f3a00faaa02b61",
    RescueReply: "96897748ce3ed493",
    ReviewRequest: "27be81af3782b150",
    Session: "f7102b5a71bbca2d",
    SignIn: "d81fec35e24e1dff",
    SyncError: "aca0d0e08d39108f",
  },
};

const WHAT_TO_DO = `The wire changed, and PROTOCOL_VERSION did not (rule P1 of SYNC.md).
If version ${PROTOCOL_VERSION} was released: raise PROTOCOL_VERSION, record the new hashes under the new number, keep the
old ones, and make sure the server still accepts pushes of every version before.
If it was not released yet, or only zod writes its JSON schemas differently: record the new hashes
under ${PROTOCOL_VERSION}. The hashes as they are now are on the received side below.`;

function hashOf(schema: z.core.$ZodType): string {
  // As input: a strict object and one that ignores unknown members are different wires.
  const text = canonicalJson(z.toJSONSchema(schema, { io: "input" }));
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

test("[P1] the wire is the one recorded for its version", () => {
  const current = Object.entries(WIRE).map(([name, schema]) => [name, hashOf(schema)]);
  expect(Object.fromEntries(current), WHAT_TO_DO).toEqual(RECORDED[PROTOCOL_VERSION]);
});

test("[P1] every version up to this one is recorded, and the oldest readable is among them", () => {
  const versions = Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1);
  expect(Object.keys(RECORDED).map(Number)).toEqual(versions);
  expect(versions).toContain(OLDEST_READABLE_PROTOCOL);
});
