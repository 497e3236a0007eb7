/** Below this a gzip header eats what the compression saves. */
const WORTH_IT_BYTES = 512;

/** A request body, compressed where the browser can and it pays; with the header that says so. */
export async function gzip(
  text: string,
): Promise<{ body: string | ArrayBuffer; headers: Record<string, string> }> {
  if (text.length < WORTH_IT_BYTES || !("CompressionStream" in globalThis)) {
    return { body: text, headers: {} };
  }
  const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const body = await new Response(compressed).arrayBuffer();
  return { body, headers: { "Content-Encoding": "gzip" } };
}
