import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { Person } from "../../shared/person.ts";
import { OLDEST_READABLE_PROTOCOL } from "../../shared/protocol-version.ts";
import { MAX_PULL_LIMIT, PullQuery, PullReply } from "../../shared/pull.ts";
import { AppError } from "../app-error.ts";
import type { Auth } from "../middleware/auth.ts";
import { refusals, replies, VIEWER, WITH_SESSION } from "./describe.ts";

export function pullRoutes(deps: {
  auth: Auth;
  pull(query: { person: Person; cursor: string | undefined; limit: number }): Promise<PullReply>;
}): Hono {
  return new Hono().get(
    "/",
    describeRoute({
      tags: ["sync"],
      summary: "Fetch what changed since a cursor",
      ...WITH_SESSION,
      parameters: [
        parameter("cursor", "Opaque, from the reply before; absent at first.", { type: "string" }),
        parameter("limit", "Changes per reply.", {
          type: "integer",
          minimum: 1,
          maximum: MAX_PULL_LIMIT,
        }),
        ...VIEWER,
        parameter("protocolVersion", "Version of the wire the app speaks.", { type: "integer" }),
      ],
      responses: {
        200: replies(PullReply, "The delta; ask again at once while `more`."),
        ...refusals(400, 401, 403, 426),
      },
    }),
    async (c) => {
      const { person } = await deps.auth.person(c);
      const query = readQuery(c.req.query());
      if ((query.protocolVersion ?? OLDEST_READABLE_PROTOCOL) < OLDEST_READABLE_PROTOCOL) {
        throw new AppError(426, "protocol-too-old", "Update the app to read from this server");
      }
      const { cursor, limit = MAX_PULL_LIMIT } = query;
      return c.json(await deps.pull({ person, cursor, limit }));
    },
  );
}

function parameter(name: string, description: string, schema: Record<string, string | number>) {
  return { name, in: "query", description, schema };
}

function readQuery({ cursor, limit, viewer, protocolVersion }: Record<string, string>): PullQuery {
  const parsed = PullQuery.safeParse({
    ...(cursor !== undefined && { cursor }),
    ...(limit !== undefined && { limit: numberOf(limit) }),
    ...(viewer !== undefined && { viewer }),
    ...(protocolVersion !== undefined && { protocolVersion: numberOf(protocolVersion) }),
  });
  if (!parsed.success) throw new AppError(400, "malformed", "The query does not fit its schema");
  return parsed.data;
}

function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
