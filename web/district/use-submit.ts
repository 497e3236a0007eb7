import { useRef, useState } from "preact/hooks";
import type { Json } from "../../shared/canonical-json.ts";
import type { Result } from "../../shared/result.ts";
import { type SubmitError, submitDraft } from "../db/submit-draft.ts";
import { withRoomForText } from "../db/with-room.ts";
import { clock } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import type { DraftFailure } from "./draft-session.ts";
import type { FormKey } from "./form-kind.ts";
import type { OpenForm } from "./use-form-draft.ts";

/** Where sending a form is. */
export type Submitting =
  | { step: "editing" }
  /** Photos are shrunk to their end first. */
  | { step: "finishing-photos" }
  | { step: "confirming" }
  | { step: "saved"; at: string }
  | { step: "refused"; reason: string };

export type Submit = {
  submitting: Submitting;
  /** Asks; nothing is written yet (R33). */
  ask: () => Promise<void>;
  confirm: () => Promise<void>;
  cancel: () => void;
};

/**
 * Sending a form: the question, and once it is durable in the outbox the good news (R34).
 *
 * @param isReady whether the form may be sent; it shows by itself what keeps it
 */
export function useSubmit<B extends Json>(
  { session }: OpenForm<B>,
  key: FormKey,
  { settled, isReady }: { settled: () => Promise<void>; isReady: () => boolean },
): Submit {
  const { db, sync, now } = useServices();
  const [submitting, setSubmitting] = useState<Submitting>({ step: "editing" });
  // A second tap on ตกลง comes before the dialog has gone.
  const isKeeping = useRef(false);

  async function ask(): Promise<void> {
    setSubmitting({ step: "finishing-photos" });
    await settled();
    setSubmitting(isReady() ? { step: "confirming" } : { step: "editing" });
  }

  async function confirm(): Promise<void> {
    if (isKeeping.current) return;
    isKeeping.current = true;
    const at = now();
    const submitted: Result<string, SubmitError | { kind: "not-saved"; reason: DraftFailure }> =
      await session.submit(() => withRoomForText(db, () => submitDraft(db, key, at)));
    isKeeping.current = false;
    if (!submitted.ok) {
      setSubmitting({ step: "refused", reason: refusalWords(submitted.error) });
      return;
    }
    setSubmitting({ step: "saved", at: clock(at) });
    sync.wake();
  }

  return { submitting, ask, confirm, cancel: () => setSubmitting({ step: "editing" }) };
}

/** Why a form stays where it is. */
export function refusalWords(
  error: SubmitError | { kind: "no-assignment" } | { kind: "not-saved"; reason: DraftFailure },
): string {
  const { form } = t();
  switch (error.kind) {
    case "not-saved":
      return form.notSaved[error.reason];
    case "no-assignment":
      return form.notSaved["not-assigned"];
    case "no-draft":
      return form.submittedElsewhere;
    case "file-missing":
      return form.fileMissing;
    case "invalid":
      return form.problemsTitle(error.fields.length);
    default:
      return form.notSaved[error.kind];
  }
}
