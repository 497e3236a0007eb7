import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { MAX_BATCH_BYTES, type Mutation, PushReply, PushRequest } from "../../shared/push.ts";
import { AppError } from "../app-error.ts";
import { compiled } from "../compiled.ts";
import type { Auth } from "../middleware/auth.ts";
import { readJsonBody } from "../middleware/json-body.ts";
import type { Depositor } from "../sync/depositor.ts";
import { isSealed } from "../sync/seal.ts";
import { refusals, replies, takes, WITH_SESSION_OR_DEVICE } from "./describe.ts";

/** What surrounds the mutations in a request. */
const ENVELOPE_BYTES = 4096;
const MAX_PUSH_BYTES = MAX_BATCH_BYTES + ENVELOPE_BYTES;

const Body = compiled(PushRequest);

export function pushRoutes(deps: {
  auth: Auth;
  push(batch: { mutations: Mutation[]; depositor: Depositor }): Promise<PushReply>;
}): Hono {
  return new Hono().post(
    "/",
    describeRoute({
      tags: ["sync"],
      summary: "Deposit mutations",
      description:
        "At most 50 mutations or 512 KiB of JSON, optionally gzip. Every mutation gets one receipt, in order; a refused one too. Safe to repeat.",
      ...WITH_SESSION_OR_DEVICE,
      ...takes(PushRequest),
      responses: {
        200: replies(PushReply, "One receipt per mutation; all of it is durable."),
        ...refusals(400, 401, 403, 413, 415, 503),
      },
    }),
    async (c) => {
      const depositor = await deps.auth.depositor(c);
      const { mutations } = await readJsonBody(c.req.raw, {
        schema: Body,
        maxBytes: MAX_PUSH_BYTES,
      });
      if (!mutations.every(isSealed)) {
        throw new AppError(400, "hash-mismatch", "A mutation is not what its hash says");
      }
      return c.json(await deps.push({ mutations, depositor }));
    },
  );
}
