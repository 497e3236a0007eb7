import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { MAX_RESCUE_BYTES } from "../../shared/rescue-file.ts";
import { RescuedDraftsReply, RescueReply } from "../../shared/rescue-manifest.ts";
import { AppError } from "../app-error.ts";
import type { Auth } from "../middleware/auth.ts";
import { limitedBody } from "../middleware/limited-body.ts";
import type { Rescue } from "../rescue/open-rescue.ts";
import type { RescuedWork } from "../rescue/rescued-work.ts";
import { refusals, replies, VIEWER, WITH_SESSION } from "./describe.ts";

const RESCUE_TYPE = "application/octet-stream";

export function rescueRoutes(deps: { auth: Auth; rescue: Rescue; rescuedWork: RescuedWork }): Hono {
  const { auth, rescue, rescuedWork } = deps;
  return new Hono()
    .post(
      "/",
      describeRoute({
        tags: ["rescue"],
        summary: "Import a rescue file",
        description:
          "All unsent work of a tablet, sealed by it for this server. Taken whole or not at all; safe to repeat. The reply is numbers only.",
        ...WITH_SESSION,
        parameters: VIEWER,
        requestBody: { content: { [RESCUE_TYPE]: {} } },
        responses: {
          200: replies(RescueReply, "Everything that could be taken is durable."),
          ...refusals(400, 401, 403, 413, 415, 429, 503),
        },
      }),
      async (c) => {
        const { person } = await auth.person(c);
        if (c.req.header("content-type") !== RESCUE_TYPE) {
          throw new AppError(415, "unsupported-media-type", `The body must be ${RESCUE_TYPE}`);
        }
        return c.json(await rescue.receive(limitedBody(c.req.raw, MAX_RESCUE_BYTES), person.id));
      },
    )
    .get(
      "/drafts",
      describeRoute({
        tags: ["rescue"],
        summary: "One's own drafts and pasted tables that came in rescue files",
        ...WITH_SESSION,
        parameters: VIEWER,
        responses: {
          200: replies(RescuedDraftsReply, "Drafts and tables."),
          ...refusals(401, 403),
        },
      }),
      async (c) => {
        const { person } = await auth.person(c);
        return c.json(await rescuedWork.list(person.id));
      },
    )
    .get(
      "/drafts/:id/files/:sha256",
      describeRoute({
        tags: ["rescue"],
        summary: "The bytes of a file of one's own rescued draft",
        ...WITH_SESSION,
        parameters: VIEWER,
        responses: {
          200: { description: "The file.", content: { [RESCUE_TYPE]: {} } },
          ...refusals(401, 403, 404),
        },
      }),
      async (c) => {
        const { person } = await auth.person(c);
        const { id, sha256 } = c.req.param();
        const bytes = await rescuedWork.file({ authorId: person.id, id, sha256 });
        return new Response(new Uint8Array(bytes), { headers: { "content-type": RESCUE_TYPE } });
      },
    )
    .delete(
      "/drafts/:id",
      describeRoute({
        tags: ["rescue"],
        summary: "One's own rescued draft or table is on a tablet again: offer it no more",
        ...WITH_SESSION,
        parameters: VIEWER,
        responses: { 204: { description: "Done, or was." }, ...refusals(401, 403) },
      }),
      async (c) => {
        const { person } = await auth.person(c);
        await rescuedWork.taken({ authorId: person.id, id: c.req.param("id") });
        return c.body(null, 204);
      },
    );
}
