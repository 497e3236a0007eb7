import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { Area, VillageCode, VillageName } from "../../shared/area.ts";
import { mayConfirmVillages } from "../../shared/role.ts";
import { LIMITS } from "../../shared/submission-rules.ts";
import { graphemeCount, normaliseThai } from "../../shared/thai-text.ts";
import { AppError } from "../app-error.ts";
import type { Auth } from "../middleware/auth.ts";
import { readJsonBody } from "../middleware/json-body.ts";
import { refusals, replies, takes, VIEWER, WITH_SESSION } from "./describe.ts";

const MAX_BODY_BYTES = 4096;

export function areasRoutes(deps: {
  auth: Auth;
  confirmVillage(village: { code: VillageCode; name: string }): Promise<Area | undefined>;
}): Hono {
  return new Hono().put(
    "/:code",
    describeRoute({
      tags: ["areas"],
      summary: "Confirm a village that a district added",
      description:
        "By planners and heads, in their own province. A village that is there keeps its name; safe to repeat.",
      ...WITH_SESSION,
      parameters: VIEWER,
      ...takes(VillageName),
      responses: {
        200: replies(Area, "The village as everyone has it from now on."),
        ...refusals(400, 401, 403, 404, 413, 415),
      },
    }),
    async (c) => {
      const { person } = await deps.auth.person(c);
      const code = VillageCode.safeParse(c.req.param("code"));
      if (!code.success) throw new AppError(404, "not-found", "This is no code of a village");
      if (!mayConfirmVillages(person.role) || !code.data.startsWith(person.orgUnitCode)) {
        throw new AppError(403, "forbidden", "Villages are confirmed by their own province");
      }
      const body = await readJsonBody(c.req.raw, { schema: VillageName, maxBytes: MAX_BODY_BYTES });
      const name = normaliseThai(body.name);
      if (name === "" || graphemeCount(name) > LIMITS.villageName) {
        throw new AppError(400, "malformed", `A name has 1 to ${LIMITS.villageName} characters`);
      }
      const village = await deps.confirmVillage({ code: code.data, name });
      if (!village) throw new AppError(404, "not-found", "There is no such tambon");
      return c.json(village);
    },
  );
}
