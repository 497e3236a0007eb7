import { type Signal, signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Json } from "../../shared/canonical-json.ts";
import type { SubmissionKind } from "../../shared/submission.ts";
import { discardIfUntouched, isUntouched, saveDraft, startDraft } from "../db/drafts.ts";
import { forgetOpenForm, noteOpenForm } from "../db/open-form.ts";
import { askForPersistence } from "../db/persist.ts";
import { keepReserve } from "../db/text-reserve.ts";
import { withRoomForText } from "../db/with-room.ts";
import type { Services } from "../services.ts";
import { useServices } from "../services.ts";
import {
  createDraftSession,
  type DraftFailure,
  type DraftSession,
  type DraftState,
} from "./draft-session.ts";
import type { FormKey, FormKind } from "./form-kind.ts";

export type OpenForm<B extends Json> = {
  formKind: SubmissionKind;
  session: DraftSession<B>;
  state: Signal<DraftState<B>>;
};

export type FormDraft<B extends Json> =
  | { kind: "opening" }
  | { kind: "failed"; reason: DraftFailure }
  | ({ kind: "open" } & OpenForm<B>);

/**
 * The draft of one submission while its form is on the screen: started on arrival, saved as it changes,
 * when the app goes to the background and on leaving, and taken away again if nothing was entered.
 *
 * @param beforeLeaving what has to be in the draft before it is left: photos still being shrunk
 */
export function useFormDraft<B extends Json>(
  form: FormKind<B>,
  { authorId, submissionId, assignmentId }: FormKey,
  beforeLeaving: () => Promise<void>,
): FormDraft<B> {
  const services = useServices();
  const { db, dirtyForms } = services;
  const draft = useSignal<FormDraft<B>>({ kind: "opening" });
  const lastWish = useRef(beforeLeaving);
  lastWish.current = beforeLeaving;

  useEffect(() => {
    const dirtyForm = Symbol(submissionId);
    const path = location.pathname;
    const key = { authorId, submissionId, assignmentId };
    const opening = openForm(services, form, key, (session) => {
      if (session.isDirty()) dirtyForms.set(dirtyForm, () => session.flush());
      else dirtyForms.delete(dirtyForm);
    });
    void opening.then((opened) => {
      draft.value = opened;
    });
    void noteOpenForm(db, { personId: authorId, path });
    const save = () => {
      if (draft.value.kind === "open") void draft.value.session.flush();
    };
    document.addEventListener("visibilitychange", save);
    window.addEventListener("pagehide", save);
    return () => {
      document.removeEventListener("visibilitychange", save);
      window.removeEventListener("pagehide", save);
      void forgetOpenForm(db, path);
      void opening.then(async (opened) => {
        if (opened.kind !== "open") return;
        await opened.session.flush();
        await lastWish.current();
        await opened.session.close();
      });
    };
  }, [services, db, dirtyForms, draft, form, authorId, submissionId, assignmentId]);
  return draft.value;
}

async function openForm<B extends Json>(
  { db, now }: Services,
  { kind: formKind, readBody, mergeBody }: FormKind<B>,
  key: FormKey,
  onSaved: (session: DraftSession<B>) => void,
): Promise<FormDraft<B>> {
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
        onSaved(session);
      },
    },
    status,
  );
  return { kind: "open", formKind, session, state };
}

function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
