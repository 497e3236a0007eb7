import { type Context, Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { Sha256 } from "../../shared/scalars.ts";
import { AppError } from "../app-error.ts";
import { contentDisposition } from "../files/content-disposition.ts";
import type { Files } from "../files/open-files.ts";
import type { Auth } from "../middleware/auth.ts";
import { refusals, VIEWER, WITH_SESSION, WITH_SESSION_OR_DEVICE } from "./describe.ts";

/** Whatever a file turns out to be, opened by itself it can do nothing. */
const POWERLESS = "sandbox; default-src 'none'";

export function filesRoutes(deps: { auth: Auth; files: Files }): Hono {
  const { auth, files } = deps;
  const tus = async (c: Context) => files.uploads.handle(c.req.raw, await auth.depositor(c));

  return new Hono()
    .post("/", describeTus("Begin an upload (tus creation, creation-with-upload)", 201), tus)
    .patch("/:id", describeTus("Send the next bytes of an upload (tus)", 204), tus)
    .delete("/:id", describeTus("Give up an upload (tus termination)", 204), tus)
    .get(
      "/:id",
      describeRoute({
        tags: ["files"],
        summary: "The bytes of a file of a submission; HEAD asks tus how far an upload is",
        ...WITH_SESSION,
        parameters: [
          {
            name: "submission",
            in: "query",
            required: true,
            description: "The submission it was uploaded for.",
            schema: { type: "string", format: "uuid" },
          },
          ...VIEWER,
        ],
        responses: {
          200: { description: "The file.", content: { "application/octet-stream": {} } },
          ...refusals(401, 403, 404),
        },
      }),
      async (c) => (c.req.method === "HEAD" ? tus(c) : download(c)),
    );

  async function download(c: Context): Promise<Response> {
    const { person } = await auth.person(c);
    const sha256 = Sha256.safeParse(c.req.param("id"));
    const submissionId = c.req.query("submission");
    const file =
      sha256.success && submissionId
        ? await files.open({ person, submissionId, sha256: sha256.data })
        : undefined;
    if (!file) throw new AppError(404, "not-found", "There is no such file");
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": contentDisposition(file.name, file.mediaType),
        "content-security-policy": POWERLESS,
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  }
}

function describeTus(summary: string, success: 201 | 204) {
  return describeRoute({
    tags: ["files"],
    summary,
    description:
      "tus 1.0.0. `Upload-Metadata` carries sha256, filename, filetype and submission; a mutation of that submission must have named the file.",
    ...WITH_SESSION_OR_DEVICE,
    responses: {
      [success]: { description: "Done; `Upload-Offset` says how far." },
      ...refusals(400, 401, 403, 404, 413, 415, 460, 503),
    },
  });
}
