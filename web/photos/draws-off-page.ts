/**
 * Whether this browser can shrink photos in a worker: Safari before 16.4 and old WebViews cannot draw
 * outside the page. The page and its service worker ask alike, so that what is kept for offline is
 * what the page will load.
 */
export function drawsOffPage(): boolean {
  return (
    typeof OffscreenCanvas === "function" &&
    typeof createImageBitmap === "function" &&
    "convertToBlob" in OffscreenCanvas.prototype &&
    new OffscreenCanvas(1, 1).getContext("2d") !== null
  );
}
