import * as z from "zod/mini";

/**
 * Makes zod read without compiling its schemas: it would try `new Function`, which the content
 * security policy of the page and of the service worker refuses and reports. To be called before
 * the first parse; the server, which has no such policy, does without.
 */
export function parseWithoutEval(): void {
  z.config({ jitless: true });
}
