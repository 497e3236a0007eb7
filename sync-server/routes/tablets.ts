import { type Context, Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { TabletsReply } from "../../shared/tablets.ts";
import type { Auth } from "../middleware/auth.ts";
import type { Tablets } from "../tablets/manage-tablets.ts";
import { refusals, replies, WITH_SESSION } from "./describe.ts";

export function tabletsRoutes({ auth, tablets }: { auth: Auth; tablets: Tablets }): Hono {
  const who = async (c: Context) => ({
    person: (await auth.person(c)).person,
    deviceId: (await auth.depositor(c)).deviceId,
  });
  return new Hono()
    .get(
      "/",
      describeRoute({
        tags: ["tablets"],
        summary: "The tablets of an administrator's offices",
        ...WITH_SESSION,
        responses: { 200: replies(TabletsReply, "Newest sign-in first."), ...refusals(401, 403) },
      }),
      async (c) => {
        return c.json({ tablets: await tablets.list(await who(c)) } satisfies TabletsReply);
      },
    )
    .put(
      "/:id/revocation",
      describeRoute({
        tags: ["tablets"],
        summary: "Revoke a tablet: it reads nothing more, and what it brings is held",
        ...WITH_SESSION,
        responses: { 204: { description: "Revoked, or was." }, ...refusals(401, 403, 404, 409) },
      }),
      async (c) => {
        await tablets.revoke(await who(c), c.req.param("id"));
        return c.body(null, 204);
      },
    )
    .delete(
      "/:id/revocation",
      describeRoute({
        tags: ["tablets"],
        summary: "Admit a revoked tablet again",
        ...WITH_SESSION,
        responses: { 204: { description: "Admitted, or was." }, ...refusals(401, 403, 404) },
      }),
      async (c) => {
        await tablets.admit(await who(c), c.req.param("id"));
        return c.body(null, 204);
      },
    );
}
