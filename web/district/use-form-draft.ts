import { type Signal, signal } from "@preact/signals";
import { useCallback } from "preact/hooks";
import type { Json } from "../../shared/canonical-json.ts";
import type { SubmissionKind } from "../../shared/submission.ts";
import { discardIfUntouched, isUntouched, saveDraft, startDraft } from "../db/drafts.ts";
import { askForPersistence } from "../db/persist.ts";
import { keepReserve } from "../db/text-reserve.ts";
import { withRoomForText } from "../db/with-room.ts";
import type { Services } from "../services.ts";
import { useServices } from "../services.ts";
import { createDraftSession, type DraftSession, type DraftState } from "./draft-session.ts";
import type { FormKey, FormKind } from "./form-kind.ts";
import {
  type HeldDraft,
  later,
  type OpenDraft,
  type OpenedDraft,
  useDraftSession,
} from "./use-draft-session.ts";

export type OpenForm<B extends Json> = {
  formKind: SubmissionKind;
  session: DraftSession<B>;
  state: Signal<DraftState<B>>;
};

export type FormDraft<B extends Json> = HeldDraft<OpenForm<B>>;

/**
 * The draft of one submission while its form is on the screen: started on arrival, and taken away
 * again if nothing was entered.
 *
 * @param beforeLeaving what has to be in the draft before it is left: photos still being shrunk
 */
export function useFormDraft<B extends Json>(
  form: FormKind<B>,
  { authorId, submissionId, assignmentId }: FormKey,
  beforeLeaving: () => Promise<void>,
): FormDraft<B> {
  const services = useServices();
  const open = useCallback<OpenDraft<OpenForm<B>>>(
    (onState) => openForm(services, form, { authorId, submissionId, assignmentId }, onState),
    [services, form, authorId, submissionId, assignmentId],
  );
  return useDraftSession(authorId, open, beforeLeaving);
}

async function openForm<B extends Json>(
  { db, now }: Services,
  { kind: formKind, readBody, mergeBody }: FormKind<B>,
  key: FormKey,
  onState: (session: DraftSession<B>) => void,
): Promise<OpenedDraft<OpenForm<B>>> {
  const start = () => startDraft(db, { ...key, kind: formKind, now: now() });
  const started = await start();
  if (!started.ok) {
    const { kind } = started.error;
    return { kind: "failed", reason: kind === "no-assignment" ? "not-assigned" : kind };
  }
  const row = started.value;
  const status = isUntouched(row)
    ? ({ kind: "untouched" } as const)
    : ({ kind: "saved", at: row.updatedAt } as const);
  const form = { body: readBody(row.body), typed: row.typed, place: row.place };
  const state = signal<DraftState<B>>({ form, status });
  let hasAsked = false;
  const session: DraftSession<B> = createDraftSession(
    row,
    {
      async save(edit) {
        const saved = await withRoomForText(db, () => saveDraft(db, key, edit));
        if (saved.ok && !hasAsked) {
          hasAsked = true;
          void askForPersistence(db, navigator.storage).then(() => keepReserve(db));
        }
        return saved;
      },
      restart: start,
      discardIfUntouched: () => discardIfUntouched(db, key),
      readBody,
      mergeBody,
      later,
      now,
      onState(next) {
        state.value = next;
        onState(session);
      },
    },
    status,
  );
  return { kind: "open", formKind, session, state };
}
