import { type DescribeRouteOptions, resolver } from "hono-openapi";
import { SyncError } from "../../shared/sync-error.ts";

type Responses = NonNullable<DescribeRouteOptions["responses"]>;
type Schema = Parameters<typeof resolver>[0];

/** What each refusal means, in the words of the contract. */
const REFUSALS = {
  400: "Malformed, or a hash does not match.",
  401: "Sign in first, or somebody else is signed in.",
  403: "Not allowed: a suspended account, a foreign origin, or a file nobody announced.",
  404: "Nothing there for you.",
  409: "A newer version has come; nothing was stored.",
  413: "Too large; `maxBytes` says the limit.",
  415: "Unsupported Content-Type or Content-Encoding.",
  426: "This app is too old to read; it may still push.",
  429: "Too many attempts; `Retry-After` says when to try again.",
  460: "The file is not what was announced; the code says how.",
  503: "Busy; `Retry-After` says when to try again.",
} as const;

export type Refusal = keyof typeof REFUSALS;

/** A JSON reply, for the documentation. */
export function replies(schema: Schema, description: string): Responses[string] {
  return { description, content: { "application/json": { schema: resolver(schema) } } };
}

/** The refusals a route may answer with, for the documentation. */
export function refusals(...statuses: Refusal[]): Responses {
  return Object.fromEntries(
    statuses.map((status) => [status, replies(SyncError, REFUSALS[status])]),
  );
}

/** A JSON request body, for the documentation; the route parses it itself. */
export function takes(schema: Schema): Pick<DescribeRouteOptions, "requestBody"> {
  return { requestBody: { content: { "application/json": { schema: resolver(schema) } } } };
}

/** Which cookie opens a route. */
export const WITH_SESSION = { security: [{ session: [] }] };
export const WITH_SESSION_OR_DEVICE = { security: [{ session: [] }, { device: [] }] };

/** For a route that reads in somebody's name, which may have to be said: see `Auth.person`. */
export const VIEWER: NonNullable<DescribeRouteOptions["parameters"]> = [
  {
    name: "viewer",
    in: "query",
    description:
      "Who the tablet asks for; 401 `other-viewer` where the session is somebody else's.",
    schema: { type: "string", format: "uuid" },
  },
];
