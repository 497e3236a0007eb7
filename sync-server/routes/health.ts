import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { Health } from "../../shared/pull.ts";
import { replies } from "./describe.ts";

export function healthRoutes(deps: { health(): Promise<Health> }): Hono {
  return new Hono().get(
    "/",
    describeRoute({
      tags: ["health"],
      summary: "Whether the server is up, and which life of its database this is",
      security: [],
      responses: { 200: replies(Health, "Up.") },
    }),
    async (c) => c.json(await deps.health()),
  );
}
