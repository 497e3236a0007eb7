import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { Session, SignIn } from "../../shared/person.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Auth } from "../middleware/auth.ts";
import type { AddressOf } from "../middleware/client-address.ts";
import type { Cookies } from "../middleware/cookies.ts";
import { readJsonBody } from "../middleware/json-body.ts";
import type { RescueKeys } from "../rescue/rescue-keys.ts";
import { refusals, replies, takes, WITH_SESSION } from "./describe.ts";

const MAX_SIGN_IN_BYTES = 4096;

export function authRoutes(deps: {
  accounts: Accounts;
  auth: Auth;
  cookies: Cookies;
  addressOf: AddressOf;
  demo: boolean;
  rescueKeys: Pick<RescueKeys, "forTablet">;
}): Hono {
  const { accounts, auth, cookies, addressOf, demo, rescueKeys } = deps;
  return new Hono()
    .post(
      "/sign-in",
      describeRoute({
        tags: ["auth"],
        summary: "Sign in on this tablet",
        description: "Sets two cookies: the person's session, and the tablet's device credential.",
        security: [],
        ...takes(SignIn),
        responses: {
          200: replies(Session, "Signed in."),
          ...refusals(400, 401, 403, 413, 415, 429),
        },
      }),
      async (c) => {
        const body = await readJsonBody(c.req.raw, { schema: SignIn, maxBytes: MAX_SIGN_IN_BYTES });
        const { person, expiresAt, deviceId, ...tokens } = await accounts.signIn({
          ...body,
          address: addressOf(c),
          deviceToken: cookies.read(c, "device"),
        });
        cookies.write(c, "session", tokens.sessionToken);
        if (tokens.deviceToken) cookies.write(c, "device", tokens.deviceToken);
        const rescue = await rescueKeys.forTablet(deviceId);
        return c.json({ person, expiresAt, demo, deviceId, rescue } satisfies Session);
      },
    )
    .post(
      "/sign-out",
      describeRoute({
        tags: ["auth"],
        summary: "End the session; the tablet may still deposit",
        ...WITH_SESSION,
        responses: { 204: { description: "Signed out, or was." }, ...refusals(403) },
      }),
      async (c) => {
        const token = cookies.read(c, "session");
        if (token) await accounts.signOut(token);
        cookies.remove(c, "session");
        return c.body(null, 204);
      },
    )
    .get(
      "/session",
      describeRoute({
        tags: ["auth"],
        summary: "Who is signed in",
        ...WITH_SESSION,
        responses: { 200: replies(Session, "The session."), ...refusals(401, 403) },
      }),
      async (c) => {
        const { person, expiresAt } = await auth.person(c);
        const { deviceId } = await auth.depositor(c);
        const rescue = await rescueKeys.forTablet(deviceId);
        return c.json({ person, expiresAt, demo, deviceId, rescue } satisfies Session);
      },
    );
}
