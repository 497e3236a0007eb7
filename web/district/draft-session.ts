import type { Json } from "../../shared/canonical-json.ts";
import { err, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { DraftEdit, NoDraft } from "../db/drafts.ts";
import type { DraftRow } from "../db/rows.ts";
import type { StorageError } from "../db/storage-error.ts";
import { type DraftForm, rebase } from "./draft-form.ts";

/** The longest that typing may stay in memory only. */
export const AUTOSAVE_MS = 400;
/** A failed save is tried again by itself; the typing that follows tries sooner. */
export const RETRY_MS = 5000;

export type DraftFailure = StorageError["kind"] | "not-assigned";

/** Where what was typed is. `saved` means durable on this tablet (O1), never less. */
export type DraftStatus =
  | { kind: "untouched" }
  | { kind: "saving" }
  | { kind: "saved"; at: Instant }
  | { kind: "failed"; reason: DraftFailure };

/** What a session reads of the row it keeps. */
export type StoredForm = Pick<DraftRow, "body" | "typed" | "place" | "revision">;

export type DraftState<B> = { form: DraftForm<B>; status: DraftStatus };

export type DraftSessionDeps<B extends Json> = {
  save: (
    edit: DraftEdit,
  ) => Promise<
    Result<number, StorageError | NoDraft | { kind: "changed-elsewhere"; draft: StoredForm }>
  >;
  /** Opens the draft again, after it was submitted or discarded in another window. */
  restart: () => Promise<Result<StoredForm, StorageError | { kind: "no-assignment" }>>;
  /** Takes an untouched draft away. */
  discardIfUntouched: () => Promise<unknown>;
  readBody: (body: Json) => B;
  mergeBody: (sides: { base: B; mine: B; theirs: B }) => B;
  /** Runs `work` after a while. @returns how to call it off */
  later: (work: () => void, ms: number) => () => void;
  now: () => Instant;
  /** Called with every change of either; not with the state the session begins in. */
  onState: (state: DraftState<B>) => void;
};

export type DraftSession<B extends Json> = {
  /** Takes a change of the form; it is saved soon, by itself. */
  edit(change: Partial<DraftForm<B>>): void;
  /** Notes where in the form the person is; saved with the next save, no reason for one. */
  moveTo(place: string): void;
  /** Saves what there is, now. @returns whether everything is durable */
  flush(): Promise<boolean>;
  /** Whether something typed is in memory only. */
  isDirty(): boolean;
  /** Saves, then hands the draft to `submit`; nothing is autosaved after it succeeded (O2). */
  submit<T, E>(
    submit: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | { kind: "not-saved"; reason: DraftFailure }>>;
  /**
   * Leaves the form: saves, and takes the draft away where nothing was entered. What cannot be saved
   * yet is kept in memory and tried again until it can.
   */
  close(): Promise<void>;
};

/**
 * Keeps one form and its draft the same: one save at a time, each of the whole form, repeated until
 * what is typed is durable. Another window's edit is merged in, and what is typed here wins.
 */
export function createDraftSession<B extends Json>(
  draft: StoredForm,
  deps: DraftSessionDeps<B>,
  status: DraftStatus,
): DraftSession<B> {
  let form = formOf(draft);
  let saved = form;
  let revision = draft.revision;
  let current = status;
  let saving: Promise<void> | undefined;
  let timer: { kind: "autosave" | "retry"; callOff: () => void } | undefined;
  /** `leaving`: closes once everything is durable, however long that takes. */
  let life: "open" | "leaving" | "over" = "open";

  function show(next: DraftStatus): void {
    current = next;
    deps.onState({ form, status: current });
  }

  function edit(change: Partial<DraftForm<B>>): void {
    form = { ...form, ...change };
    // A failure stays said until a save succeeds: typing on does not make it better.
    show(current.kind === "failed" ? current : { kind: "saving" });
    // Not put off by the next key, or steady typing would never be saved.
    if (!saving && timer?.kind !== "autosave") schedule("autosave", AUTOSAVE_MS);
  }

  function schedule(kind: "autosave" | "retry", ms: number): void {
    timer?.callOff();
    timer = { kind, callOff: deps.later(() => void flush(), ms) };
  }

  async function flush(): Promise<boolean> {
    timer?.callOff();
    timer = undefined;
    if (life === "over") return !isDirty();
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    await saving;
    if (life === "leaving" && !isDirty()) await leave();
    return !isDirty();
  }

  async function leave(): Promise<void> {
    life = "over";
    await deps.discardIfUntouched();
  }

  /** Until nothing was typed while the last save was under way. */
  async function saveAll(): Promise<void> {
    while (form !== saved) {
      const attempt = form;
      const at = deps.now();
      const result = await deps.save({ ...attempt, revision, now: at });
      if (result.ok) {
        revision = result.value;
        saved = attempt;
        const isAll = form === attempt;
        if (current.kind !== "untouched") show(isAll ? { kind: "saved", at } : { kind: "saving" });
      } else if (!(await recover(result.error))) {
        return;
      }
    }
  }

  async function recover(
    error: StorageError | NoDraft | { kind: "changed-elsewhere"; draft: StoredForm },
  ): Promise<boolean> {
    if (error.kind === "changed-elsewhere") return takeOver(error.draft);
    if (error.kind !== "no-draft") return fail(error.kind);
    const again = await deps.restart();
    if (again.ok) return takeOver(again.value);
    return fail(again.error.kind === "no-assignment" ? "not-assigned" : again.error.kind);
  }

  /** Goes on from a newer state of the draft, with what was typed here on top. */
  function takeOver(newer: StoredForm): true {
    const theirs = formOf(newer);
    const mine = form;
    form = rebase({ base: saved, mine, theirs }, deps.mergeBody);
    saved = theirs;
    revision = newer.revision;
    show(current);
    return true;
  }

  function fail(reason: DraftFailure): false {
    show({ kind: "failed", reason });
    if (reason !== "app-outdated") schedule("retry", RETRY_MS);
    return false;
  }

  function isDirty(): boolean {
    return form.body !== saved.body || form.typed !== saved.typed;
  }

  function formOf(row: StoredForm): DraftForm<B> {
    return { body: deps.readBody(row.body), typed: row.typed, place: row.place };
  }

  return {
    edit,
    moveTo(place) {
      if (place === form.place) return;
      form = { ...form, place };
    },
    flush,
    isDirty,
    async submit(submit) {
      if (!(await flush())) {
        const reason = current.kind === "failed" ? current.reason : "storage-lost";
        return err({ kind: "not-saved", reason });
      }
      life = "over";
      const submitted = await submit();
      if (!submitted.ok) life = "open";
      return submitted;
    },
    async close() {
      if (life === "open") life = "leaving";
      await flush();
    },
  };
}
