import type { FiscalYear } from "../../shared/fiscal-year.ts";
import { ok, type Result } from "../../shared/result.ts";
import { checkPin, type PinError } from "../db/pin.ts";
import { changeSettings, returnPerson } from "../db/settings.ts";
import type { Services } from "../services.ts";

/**
 * Lets somebody who has signed in on this tablet before go on where they left off, with or without
 * signal. What they send is theirs; to read anew, the server asks for their own session.
 */
export async function enterWithPin(
  { db, sync, now }: Pick<Services, "db" | "sync" | "now">,
  entered: { personId: string; pin: string; fiscalYear: FiscalYear | null },
): Promise<Result<void, PinError>> {
  const { personId, pin, fiscalYear } = entered;
  const checked = await checkPin(db, { personId, pin, now: now() });
  if (!checked.ok) return checked;
  await changeSettings(db, { fiscalYear });
  await returnPerson(db, personId, now());
  sync.wake();
  return ok(undefined);
}
