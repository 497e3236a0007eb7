import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { forgetOpenForm, noteOpenForm } from "../db/open-form.ts";
import { useServices } from "../services.ts";
import type { DraftFailure, DraftSession } from "./draft-session.ts";

/** What keeping a draft while it is on the screen needs of its session. */
type HeldSession = Pick<DraftSession<null>, "flush" | "isDirty" | "close">;

export type OpenedDraft<Open> =
  | { kind: "failed"; reason: DraftFailure }
  | ({ kind: "open" } & Open);
export type HeldDraft<Open> = { kind: "opening" } | OpenedDraft<Open>;

/** Opens a draft. @param onState to be called with every change of what it holds */
export type OpenDraft<Open> = (
  onState: (session: HeldSession) => void,
) => Promise<OpenedDraft<Open>>;

/**
 * Holds a draft while its form is on the screen: opened on arrival, saved as it changes, when the
 * app goes to the background and on leaving. An app that was ended comes back to it.
 *
 * @param open the same function as long as it is the same draft
 * @param beforeLeaving what has to be in the draft before it is left: photos still being shrunk
 */
export function useDraftSession<Open extends { session: HeldSession }>(
  personId: string,
  open: OpenDraft<Open>,
  beforeLeaving: () => Promise<void>,
): HeldDraft<Open> {
  const { db, dirtyForms } = useServices();
  const draft = useSignal<HeldDraft<Open>>({ kind: "opening" });
  const lastWish = useRef(beforeLeaving);
  lastWish.current = beforeLeaving;

  useEffect(() => {
    const dirtyForm = Symbol("draft");
    const path = location.pathname;
    const opening = open((session) => {
      if (session.isDirty()) dirtyForms.set(dirtyForm, () => session.flush());
      else dirtyForms.delete(dirtyForm);
    });
    void opening.then((opened) => {
      draft.value = opened;
    });
    void noteOpenForm(db, { personId, path });
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
  }, [db, dirtyForms, draft, personId, open]);
  return draft.value;
}

/** Runs `work` after a while. @returns how to call it off */
export function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
