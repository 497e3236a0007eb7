import type { Receipt } from "../../shared/push.ts";
import type { AppliedMutation, KeptMutation } from "../store/batch-reads.ts";
import { parseContent, parseHashes, parseReceipt } from "../stored-json.ts";
import type { Base, KnownMutation } from "./known.ts";

/** What a mutation that became a version was answered, as its row tells (R1). */
export function asApplied(row: AppliedMutation): KnownMutation {
  const stored = {
    mutationId: row.mutation_id,
    version: row.version,
    seq: row.seq,
    receivedAt: row.received_at,
    missingFiles: parseHashes(row.missing_files),
  };
  const receipt: Receipt =
    row.said === null
      ? { ...stored, outcome: "accepted" }
      : { ...stored, outcome: "merged", ...parseContent(row) };
  return { hash: row.hash, submissionId: row.submission_id, receipt, base: baseOf(row) };
}

/** The same, for a mutation that became no version. */
export function asKept(row: KeptMutation): KnownMutation {
  const receipt = parseReceipt(row.receipt);
  return { hash: row.hash, submissionId: row.submission_id, receipt, base: baseOf(row) };
}

function baseOf(row: { base_version: number; base_mutation_id: string | null }): Base {
  return row.base_mutation_id === null
    ? { version: row.base_version }
    : { mutationId: row.base_mutation_id };
}
