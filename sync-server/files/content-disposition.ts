/**
 * A file's name in a header (RFC 6266): an ASCII fallback, and the name itself in UTF-8 (RFC 5987).
 * Only photos are shown in place; everything else is a download.
 */
export function contentDisposition(name: string, mediaType: string): string {
  const shown = name.toWellFormed();
  const fallback = shown.replace(/[^\x20-\x7E]|["\\%/]/g, "_");
  const exact = encodeURIComponent(shown).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const place = mediaType.startsWith("image/") ? "inline" : "attachment";
  return `${place}; filename="${fallback}"; filename*=UTF-8''${exact}`;
}
