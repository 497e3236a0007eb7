import { type Signal, signal } from "@preact/signals";
import { useCallback } from "preact/hooks";
import { mergeParagraphs } from "../../shared/merge-paragraphs.ts";
import { err, ok } from "../../shared/result.ts";
import { type PastedTextKey, readPastedText, savePastedText } from "../db/pasted-text.ts";
import type { PastedTextRow } from "../db/rows.ts";
import { withRoomForText } from "../db/with-room.ts";
import { type Services, useServices } from "../services.ts";
import {
  createDraftSession,
  type DraftSession,
  type DraftState,
  type StoredForm,
} from "./draft-session.ts";
import {
  type HeldDraft,
  later,
  type OpenDraft,
  type OpenedDraft,
  useDraftSession,
} from "./use-draft-session.ts";

export type OpenPaste = { session: DraftSession<string>; state: Signal<DraftState<string>> };

/** A table pasted for an assignment, kept as every word that is typed until it is taken over. */
export function usePastedText({ authorId, assignmentId }: PastedTextKey): HeldDraft<OpenPaste> {
  const services = useServices();
  const open = useCallback<OpenDraft<OpenPaste>>(
    (onState) => openPaste(services, { authorId, assignmentId }, onState),
    [services, authorId, assignmentId],
  );
  return useDraftSession(authorId, open, nothingElse);
}

async function openPaste(
  { db, now }: Services,
  key: PastedTextKey,
  onState: (session: DraftSession<string>) => void,
): Promise<OpenedDraft<OpenPaste>> {
  const read = () => readPastedText(db, key, now());
  const found = await read();
  if (!found.ok) return { kind: "failed", reason: found.error.kind };
  const { text, updatedAt } = found.value;
  const status =
    text === "" ? ({ kind: "untouched" } as const) : ({ kind: "saved", at: updatedAt } as const);
  const state = signal<DraftState<string>>({ form: formOf(found.value), status });
  const session: DraftSession<string> = createDraftSession(
    formOf(found.value),
    {
      async save({ body, revision, now: at }) {
        const edit = { text: String(body), revision, now: at };
        const saved = await withRoomForText(db, () => savePastedText(db, key, edit));
        if (saved.ok) return saved;
        const { error } = saved;
        if (error.kind !== "changed-elsewhere") return err(error);
        return err({ kind: error.kind, draft: formOf(error.row) });
      },
      async restart() {
        const again = await read();
        return again.ok ? ok(formOf(again.value)) : again;
      },
      discardIfUntouched: nothingElse,
      readBody: String,
      mergeBody: mergeTables,
      later,
      now,
      onState(next) {
        state.value = next;
        onState(session);
      },
    },
    status,
  );
  return { kind: "open", session, state };
}

function formOf({ text, revision }: PastedTextRow): StoredForm & { body: string } {
  return { body: text, typed: {}, place: "", revision };
}

/** Two windows: line by line, and where both changed the same, both, for the person to look at. */
function mergeTables(sides: { base: string; mine: string; theirs: string }): string {
  return mergeParagraphs(sides) ?? `${sides.mine}\n${sides.theirs}`;
}

async function nothingElse(): Promise<void> {}
