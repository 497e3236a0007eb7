import { hash } from "node:crypto";
import { hashedText, type Mutation } from "../../shared/push.ts";

/** Whether a mutation is what its author's tablet sealed: its hash is that of its own content. */
export function isSealed(mutation: Mutation): boolean {
  return sealOf(mutation) === mutation.hash;
}

/** The hash that belongs to a mutation. */
export function sealOf(mutation: Omit<Mutation, "hash">): string {
  return hash("sha256", hashedText(mutation), "hex");
}
