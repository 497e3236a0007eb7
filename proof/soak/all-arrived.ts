import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";
import { Attachment } from "../../shared/attachment.ts";
import { must } from "../../shared/invariant.ts";
import { emptyReport, ReportBody } from "../../shared/report.ts";
import { nothing, same } from "../fuzz/broken-law.ts";
import type { World } from "../fuzz/world.ts";
import { type Ledger, photoOf, sha256Of } from "./ledger.ts";

/**
 * Every text and every photo of every officer is in the server's database and its folder of files,
 * byte for byte, under the name of whoever entered it.
 *
 * @throws BrokenLaw
 */
export async function allArrived(
  { server }: World,
  { texts, photos, mutations }: Ledger,
  kilobytes: number,
): Promise<void> {
  const versions = await server.store.reader
    .selectFrom("versions")
    .select(["author_id", "body", "attachments"])
    .execute();
  same(versions.length, mutations, "[S2] as many versions as submissions");
  const written = new Set(
    versions.flatMap(({ author_id, body }) => {
      const { successPoints } = ReportBody.safeParse(JSON.parse(body)).data ?? emptyReport;
      return successPoints.split("\n").map((text) => `${author_id} ${text}`);
    }),
  );
  nothing(
    texts.filter(({ authorId, text }) => !written.has(`${authorId} ${text}`)),
    "[S1] a text, word by word, its author's",
  );
  const named = new Map(
    versions.flatMap(({ author_id, attachments }) =>
      filesIn(attachments).map(({ name, sha256 }) => [`${author_id} ${name}`, sha256] as const),
    ),
  );
  const arrived = await server.store.reader.selectFrom("file_arrivals").selectAll().execute();
  const there = new Set(arrived.map(({ sha256 }) => sha256));
  for (const { authorId, name, seed } of photos) {
    const bytes = photoOf(seed, kilobytes);
    const sha256 = must(named.get(`${authorId} ${name}`), `[S1] a report that has ${name}`);
    same(sha256, sha256Of(bytes), `[F1] the hash of ${name}`);
    same(there.has(sha256), true, `[F2] ${name} has arrived`);
    const file = await readFile(path.join(server.folder, "files", sha256.slice(0, 2), sha256));
    same(file.equals(bytes), true, `[F1] ${name}, byte for byte`);
  }
}

const Attachments = z.array(Attachment);

function filesIn(attachments: string) {
  return Attachments.parse(JSON.parse(attachments));
}
