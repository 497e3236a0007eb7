import type Database from "better-sqlite3";
import * as z from "zod/mini";
import { Epoch, Seq } from "../../shared/scalars.ts";
import { type BackedUpFile, pathInFolder } from "./backup-manifest.ts";

const Life = z.object({ epoch: Epoch, headSeq: Seq });

/** Which life of the server's database this is, and how far it has come. */
export function readLife(database: Database.Database): z.infer<typeof Life> {
  const row = database.prepare("select epoch, head_seq as headSeq from installation").get();
  return Life.parse(row);
}

const Hashes = z.array(z.object({ sha256: z.string() }));

/** Every file that has arrived, and every one that was kept aside: what must lie beside a database. */
export function filesNamedIn(database: Database.Database): BackedUpFile[] {
  const hashes = (text: string) => Hashes.parse(database.prepare(text).all());
  return [
    ...hashes("select sha256 from files order by sha256").map(({ sha256 }) => ({
      path: pathInFolder("files", sha256),
      sha256,
    })),
    ...hashes("select distinct sha256 from kept_aside_files order by sha256").map(({ sha256 }) => ({
      path: pathInFolder("kept-aside", sha256),
      sha256,
    })),
  ];
}
