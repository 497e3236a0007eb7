import { gunzipSync } from "node:zlib";
import * as z from "zod/mini";
import { AppError } from "../app-error.ts";
import { limitedBody, tooLarge } from "./limited-body.ts";

/** A full batch of reports in one piece: pieces would have to be put together again. */
const INFLATED_AT_ONCE = 128 * 1024;

/**
 * Reads a JSON body, plain or gzip, and parses it with its schema. Never reads or inflates more
 * than `maxBytes`.
 *
 * @throws AppError 400 malformed, 413 too-large, 415 unsupported-media-type
 */
export async function readJsonBody<T>(
  request: Request,
  { schema, maxBytes }: { schema: z.core.$ZodType<T>; maxBytes: number },
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new AppError(415, "unsupported-media-type", "The body must be application/json");
  }
  const wire = await readBytes(request, maxBytes);
  const bytes = decode(wire, request.headers.get("content-encoding"), maxBytes);
  const parsed = z.safeParse(schema, parseJson(bytes));
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join(".");
    throw malformed(`The body does not fit its schema${where ? ` at ${where}` : ""}`);
  }
  return parsed.data;
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = request.headers.get("content-length");
  if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
  // HTTP holds a body to the length it announced; reading it whole spares a stream's overhead.
  if (announced !== null) return new Uint8Array(await request.arrayBuffer());
  const pieces: Uint8Array[] = [];
  for await (const piece of limitedBody(request, maxBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function decode(wire: Uint8Array, encoding: string | null, maxBytes: number): Uint8Array {
  if (encoding === null || encoding === "identity") return wire;
  if (encoding !== "gzip") {
    throw new AppError(415, "unsupported-media-type", "The only Content-Encoding is gzip");
  }
  try {
    // At once: for bodies this small, handing them to another thread costs more than inflating them.
    return gunzipSync(wire, { maxOutputLength: maxBytes, chunkSize: INFLATED_AT_ONCE });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes);
    throw malformed("The body is not gzip");
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw malformed("The body is not JSON");
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function malformed(message: string): AppError {
  return new AppError(400, "malformed", message);
}
