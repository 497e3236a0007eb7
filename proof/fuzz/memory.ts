import type { Mutation } from "../../shared/push.ts";
import type { SettledRow } from "../../web/db/rows.ts";
import type { FuzzTablet } from "./tablet.ts";

/** What was seen on one tablet at its last look. */
export type Look = {
  /** Every text and file on it, in a draft, in the outbox or settled. */
  tokens: ReadonlySet<string>;
  settled: ReadonlyMap<string, SettledRow>;
};

/** What the test remembers, to hold against what it sees later. */
export type Memory = {
  looks: Map<FuzzTablet, Look>;
  /** Every mutation, as it first stood in an outbox (O3, O9). */
  submitted: Map<string, Pick<Mutation, "authorId" | "hash">>;
  /** Every final receipt a tablet was given, by the epoch that gave it (R1, R4). */
  receipts: Map<string, { epoch: string; mutationId: string; text: string }>;
  /** What the server has, up to where it was read. */
  server: { tokens: Set<string>; kept: number; seq: number };
  /** Texts of tablets that were lost after their rescue: the server alone has them (O14). */
  rescued: Set<string>;
  /** A restore after such a loss: what came since the backup is nowhere any more, and no law says so. */
  isBeyondRescue: boolean;
  /** Whether a tablet was lost after its rescue. */
  hasLostTablet: boolean;
};

export function createMemory(): Memory {
  return {
    looks: new Map(),
    submitted: new Map(),
    receipts: new Map(),
    server: { tokens: new Set(), kept: 0, seq: 0 },
    rescued: new Set(),
    isBeyondRescue: false,
    hasLostTablet: false,
  };
}
