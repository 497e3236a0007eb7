import { sql } from "kysely";
import { rowsOf } from "./json-list.ts";
import type { Db } from "./open.ts";
import type { AnnouncedFileRow, MutationRow, SubmissionRow, VersionRow } from "./schema.ts";

// What a push leaves behind, one statement per table, however long the batch is.

/** Adds submissions, or moves those that are there to their new version, which nobody reviewed yet. */
export async function writeSubmissions(
  tx: Db,
  rows: readonly Omit<SubmissionRow, "review_id">[],
): Promise<void> {
  await sql`
    insert into submissions (id, kind, assignment_id, version)
    select value ->> 'id', value ->> 'kind', value ->> 'assignment_id', value ->> 'version'
    from ${rowsOf(rows)}
    where true
    on conflict (id) do update set version = excluded.version, review_id = null
  `.execute(tx);
}

export async function writeVersions(tx: Db, rows: readonly VersionRow[]): Promise<void> {
  await sql`
    insert into versions
      (submission_id, version, seq, mutation_id, author_id, made_at, received_at, body, attachments)
    select value ->> 'submission_id', value ->> 'version', value ->> 'seq',
      value ->> 'mutation_id', value ->> 'author_id', value ->> 'made_at',
      value ->> 'received_at', value ->> 'body', value ->> 'attachments'
    from ${rowsOf(rows)}
  `.execute(tx);
}

/** Stores receipts. Only a waiting one is ever replaced (R1). */
export async function writeMutations(tx: Db, rows: readonly MutationRow[]): Promise<void> {
  await sql`
    insert into mutations
      (mutation_id, hash, owns_id, submission_id, author_id, device_id, vouched, outcome, version,
       base_version, base_mutation_id, receipt, said, payload)
    select value ->> 'mutation_id', value ->> 'hash', value ->> 'owns_id',
      value ->> 'submission_id', value ->> 'author_id', value ->> 'device_id',
      value ->> 'vouched', value ->> 'outcome', value ->> 'version', value ->> 'base_version',
      value ->> 'base_mutation_id', value ->> 'receipt', value ->> 'said', value ->> 'payload'
    from ${rowsOf(rows)}
    where true
    on conflict (mutation_id, hash) do update set
      device_id = excluded.device_id, vouched = excluded.vouched, outcome = excluded.outcome,
      version = excluded.version, base_version = excluded.base_version,
      base_mutation_id = excluded.base_mutation_id, receipt = excluded.receipt,
      said = excluded.said, payload = excluded.payload
    where mutations.outcome = 'waiting'
  `.execute(tx);
}

/** Notes which files the mutations said would come; safe to repeat. */
export async function announceFiles(tx: Db, rows: readonly AnnouncedFileRow[]): Promise<void> {
  await sql`
    insert into announced_files (submission_id, sha256, size_bytes, media_type, name)
    select value ->> 'submission_id', value ->> 'sha256', value ->> 'size_bytes',
      value ->> 'media_type', value ->> 'name'
    from ${rowsOf(rows)}
    where true
    on conflict do nothing
  `.execute(tx);
}
