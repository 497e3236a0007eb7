import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import * as z from "zod/mini";
import { Session, SignIn } from "../shared/person.ts";
import { Health, PullReply } from "../shared/pull.ts";
import { Mutation, PushReply, PushRequest, Receipt } from "../shared/push.ts";
import { RescueReply } from "../shared/rescue-manifest.ts";
import { ReviewRequest } from "../shared/review.ts";
import { SyncError } from "../shared/sync-error.ts";
import { AppError } from "./app-error.ts";

const COMPONENTS = {
  Health,
  Session,
  SignIn,
  Mutation,
  PushRequest,
  PushReply,
  Receipt,
  PullReply,
  RescueReply,
  ReviewRequest,
  SyncError,
};
for (const [id, schema] of Object.entries(COMPONENTS)) z.globalRegistry.add(schema, { id });

/** Swagger UI writes markup as strings: it alone does without Trusted Types. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>BPM API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<body>
<div id="ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
`;

const START =
  'SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#ui", validatorUrl: null, tryItOutEnabled: false });\n';

const SWAGGER = path.dirname(
  createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"),
);

/** The API, described from the very schemas that parse it, for machines and for people. */
export function addApiDocs(app: Hono, { version }: { version: string }): void {
  const docs = new Hono();
  docs.get("/openapi.json", async (c) => c.json(await describeApi(app, version)));
  docs.get("/docs", () => page(PAGE, "text/html; charset=utf-8"));
  docs.get("/docs/start.js", () => page(START, "text/javascript"));
  docs.get("/docs/swagger-ui.css", () => asset("swagger-ui.css", "text/css"));
  docs.get("/docs/swagger-ui-bundle.js", () => asset("swagger-ui-bundle.js", "text/javascript"));
  app.route("/api", docs);
}

/** The OpenAPI 3.1 document of every described route of the app. */
async function describeApi(app: Hono, version: string) {
  return generateSpecs(app, {
    defaultValidationErrorResponse: false,
    documentation: {
      info: {
        title: "BPM สนาม",
        version,
        description:
          "Offline-first field reporting. Every error is `{ code, message }`. Requests that change something come from the app's own origin only.",
        license: { name: "Apache-2.0" },
      },
      components: {
        securitySchemes: {
          session: {
            type: "apiKey",
            in: "cookie",
            name: "bpm_session",
            description:
              "A person's session, set by sign-in; `__Host-bpm_session` over https. Rolls on for 45 days.",
          },
          device: {
            type: "apiKey",
            in: "cookie",
            name: "bpm_device",
            description:
              "A tablet's credential, set by sign-in; `__Host-bpm_device` over https. Deposits only.",
          },
        },
      },
    },
  });
}

async function asset(name: string, type: string): Promise<Response> {
  try {
    return page(await readFile(path.join(SWAGGER, name), "utf8"), type);
  } catch {
    throw new AppError(404, "not-found", "The documentation's own files are not installed");
  }
}

function page(body: string, type: string): Response {
  return new Response(body, {
    headers: { "content-type": type, "content-security-policy": DOCS_POLICY },
  });
}
