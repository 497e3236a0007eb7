import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { PROTOCOL_VERSION } from "../shared/protocol-version.ts";
import { PushRequest } from "../shared/push.ts";
import { aMutation, anId } from "../shared/test-builders.ts";
import { compiled } from "./compiled.ts";

const request = () => ({
  protocolVersion: PROTOCOL_VERSION,
  deviceId: anId(),
  epochSeen: null,
  mutations: [aMutation(), aMutation({ baseMutationId: anId() })],
});

/** What `JSON.parse` may give, and what it never does. */
const wrong = fc.oneof(fc.jsonValue(), fc.constant(undefined));

test("R5: compiled, a push is read as it is otherwise, and refused with the same words", () => {
  const quick = compiled(PushRequest);
  fc.assert(
    fc.property(fc.constantFrom(...places(request())), wrong, (place, value) => {
      const spoiled = put(request(), place, value);
      expect(z.safeParse(quick, spoiled)).toEqual(PushRequest.safeParse(spoiled));
    }),
    { numRuns: 500 },
  );
  expect(z.safeParse(quick, request()).success).toBe(true);
});

type Place = readonly (string | number)[];

/** Every place in a value where something can stand, and one more beside each. */
function places(value: unknown, here: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [here];
  const within = Object.entries(value).flatMap(([key, one]) => places(one, [...here, key]));
  return [here, ...within, [...here, "unheardOf"]];
}

function put(target: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof target !== "object" || target === null) return value;
  const changed = Array.isArray(target) ? [...target] : { ...target };
  const before: unknown = Reflect.get(target, key);
  Reflect.set(changed, key, put(before, rest, value));
  return changed;
}
