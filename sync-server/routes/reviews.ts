import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { MAX_REVIEW_BYTES, ReviewRequest } from "../../shared/review.ts";
import type { Auth } from "../middleware/auth.ts";
import { readJsonBody } from "../middleware/json-body.ts";
import type { Reviewing } from "../review/review-submission.ts";
import { refusals, takes, VIEWER, WITH_SESSION } from "./describe.ts";

export function reviewRoutes(deps: {
  auth: Auth;
  review(reviewing: Reviewing): Promise<void>;
}): Hono {
  return new Hono().post(
    "/:id/reviews",
    describeRoute({
      tags: ["review"],
      summary: "Return or endorse one version of a submission",
      description:
        "For the planner and the head of the province. Comments are pinned to a field path or to a file's hash. Safe to repeat.",
      ...WITH_SESSION,
      parameters: VIEWER,
      ...takes(ReviewRequest),
      responses: {
        204: { description: "Stored; it comes to the district by its next pull." },
        ...refusals(400, 401, 403, 404, 409, 413, 415, 503),
      },
    }),
    async (c) => {
      const { person } = await deps.auth.person(c);
      const request = await readJsonBody(c.req.raw, {
        schema: ReviewRequest,
        maxBytes: MAX_REVIEW_BYTES,
      });
      await deps.review({ reviewer: person, submissionId: c.req.param("id"), request });
      return c.body(null, 204);
    },
  );
}
