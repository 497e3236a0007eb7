import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { AnswerRequest, KeptReply, ReleaseRequest } from "../../shared/kept.ts";
import type { Person } from "../../shared/person.ts";
import { MAX_BATCH_BYTES, Receipt } from "../../shared/push.ts";
import type { KeptDecisions } from "../kept/decide-kept.ts";
import type { Auth } from "../middleware/auth.ts";
import { readJsonBody } from "../middleware/json-body.ts";
import { refusals, replies, takes, WITH_SESSION } from "./describe.ts";

const MAX_ANSWER_BYTES = 8192;

export function keptRoutes(deps: {
  auth: Auth;
  list(person: Person): Promise<KeptReply>;
  decisions: KeptDecisions;
}): Hono {
  const { auth, list, decisions } = deps;
  return new Hono()
    .get(
      "/",
      describeRoute({
        tags: ["kept"],
        summary: "Work of one's offices that is held or waits",
        ...WITH_SESSION,
        responses: {
          200: replies(KeptReply, "In the order it came."),
          ...refusals(401, 403),
        },
      }),
      async (c) => {
        const { person } = await auth.person(c);
        return c.json(await list(person));
      },
    )
    .post(
      "/:hash/releases",
      describeRoute({
        tags: ["kept"],
        summary: "Have kept work decided anew, as it is or repaired",
        description:
          "In its author's name. Repeated with the same mutationId it doubles nothing; what was decided about is 404.",
        ...WITH_SESSION,
        ...takes(ReleaseRequest),
        responses: {
          200: replies(Receipt, "What was decided; unless it was stored, it stays kept."),
          ...refusals(400, 401, 403, 404, 413, 415, 503),
        },
      }),
      async (c) => {
        const { person } = await auth.person(c);
        const request = await readJsonBody(c.req.raw, {
          schema: ReleaseRequest,
          maxBytes: MAX_BATCH_BYTES,
        });
        return c.json(await decisions.release(person, c.req.param("hash"), request));
      },
    )
    .post(
      "/:hash/answers",
      describeRoute({
        tags: ["kept"],
        summary: "Leave kept work at that, and tell its author why",
        ...WITH_SESSION,
        ...takes(AnswerRequest),
        responses: {
          204: { description: "Stored; it comes to the author's tablet by its next pull." },
          ...refusals(400, 401, 403, 404, 413, 415, 503),
        },
      }),
      async (c) => {
        const { person } = await auth.person(c);
        const request = await readJsonBody(c.req.raw, {
          schema: AnswerRequest,
          maxBytes: MAX_ANSWER_BYTES,
        });
        await decisions.answer(person, c.req.param("hash"), request);
        return c.body(null, 204);
      },
    );
}
