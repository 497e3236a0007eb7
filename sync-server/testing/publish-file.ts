import { hash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { anAreaBody, anAttachment } from "../../shared/test-builders.ts";
import { pathInFolder } from "../backup/backup-manifest.ts";
import { openFiles } from "../files/open-files.ts";
import type { Tablet, TestServer } from "./test-server.ts";

/** An area record of the officer with a file that has arrived, whole and verified. */
export async function publishFile(
  server: TestServer,
  officer: Tablet,
  text: string,
): Promise<{ sha256: string; path: string; submissionId: string }> {
  const bytes = Buffer.from(`%PDF-1.4 ${text}`);
  const sha256 = hash("sha256", bytes, "hex");
  const sizeBytes = bytes.length;
  const attachment = anAttachment({ sha256, sizeBytes, mediaType: "application/pdf" });
  const area = server.area({ body: anAreaBody({ areaCode: "2709" }), attachments: [attachment] });
  await server.push(officer, area);
  const upload = path.join(server.dataDir, `upload-${sha256}`);
  await writeFile(upload, bytes);
  const { store, dataDir, clock } = server;
  const files = openFiles({ store, dataDir, urlPath: "/api/files", now: () => clock.now });
  const { submissionId } = area;
  await files.publish({ path: upload, submissionId, sha256, sizeBytes });
  return { sha256, path: pathInFolder("files", sha256), submissionId };
}
