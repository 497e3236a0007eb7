/**
 * Offers a file to the system's share sheet (mail, chat, a stick, nearby devices), which works
 * offline. Only at a person's click.
 *
 * @returns `unavailable` where the browser or the system does not take it: then save it instead
 */
export async function shareFile(
  blob: Blob,
  name: string,
): Promise<"shared" | "cancelled" | "unavailable"> {
  // As text: browsers share only well-known types, and a sealed file has none.
  const shared = { files: [new File([blob], name, { type: "text/plain" })] };
  if (!("canShare" in navigator) || !navigator.canShare(shared)) return "unavailable";
  try {
    await navigator.share(shared);
    return "shared";
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === "AbortError";
    return isCancelled ? "cancelled" : "unavailable";
  }
}

const KEEP_URL_MS = 60_000;

/** Saves a file where the browser keeps downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads from it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_URL_MS);
}
