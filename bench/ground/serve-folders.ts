import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".jpg": "image/jpeg",
};

/** The app's own policy, so that the benchmark also proves that photos work under it. */
const POLICY =
  "default-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'; trusted-types app";

/** Serves `folders` on loopback, first match first; a PUT is stored in the last one. */
export async function serveFolders(
  folders: string[],
  port: number,
  { policy }: { policy: string | undefined } = { policy: POLICY },
): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (request.method === "PUT") {
      await pipeline(request, createWriteStream(join(folders.at(-1) ?? "", path)));
      response.end();
      return;
    }
    const file = folders.map((folder) => join(folder, path)).find((name) => existsSync(name));
    if (!file || path === "/") {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    if (policy) response.setHeader("content-security-policy", policy);
    await pipeline(createReadStream(file), response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}
