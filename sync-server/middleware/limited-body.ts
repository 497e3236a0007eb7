import { AppError } from "../app-error.ts";

/**
 * A body as it streams in, never more than `maxBytes` of it.
 *
 * @throws AppError 413 too-large, at once where the request says so and else while it is read
 */
export async function* limitedBody(
  request: Request,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    yield piece;
  }
}

export function tooLarge(maxBytes: number): AppError {
  return new AppError(413, "too-large", "The body is too large", { maxBytes });
}
