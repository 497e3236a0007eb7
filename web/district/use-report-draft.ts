import { type Signal, signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { merge } from "../../shared/merge.ts";
import type { ReportBody } from "../../shared/report.ts";
import { useCurrentPerson } from "../current-person.ts";
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
import { reportBodyOf } from "./report-content.ts";

export type ReportToEdit = { authorId: string; submissionId: string; assignmentId: string };

export type OpenReport = {
  session: DraftSession<ReportBody>;
  state: Signal<DraftState<ReportBody>>;
};

export type ReportDraft =
  | { kind: "opening" }
  | { kind: "failed"; reason: DraftFailure }
  | ({ kind: "open" } & OpenReport);

/**
 * The draft of one report while its form is on the screen: started on arrival, saved as it changes,
 * when the app goes to the background and on leaving, and taken away again if nothing was entered.
 *
 * @param beforeLeaving what has to be in the draft before it is left: photos still being shrunk
 */
export function useReportDraft(
  { authorId, submissionId, assignmentId }: ReportToEdit,
  beforeLeaving: () => Promise<void>,
): ReportDraft {
  const services = useServices();
  const { db, dirtyForms } = services;
  const draft = useSignal<ReportDraft>({ kind: "opening" });
  const lastWish = useRef(beforeLeaving);
  lastWish.current = beforeLeaving;

  useEffect(() => {
    const form = Symbol(submissionId);
    const path = location.pathname;
    const opening = openReport(services, { authorId, submissionId, assignmentId }, (session) => {
      if (session.isDirty()) dirtyForms.set(form, () => session.flush());
      else dirtyForms.delete(form);
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
  }, [services, db, dirtyForms, draft, authorId, submissionId, assignmentId]);
  return draft.value;
}

/** The person at the tablet and the report of an assignment, as a draft is known by. */
export function useReportKey(assignment: { id: string; reportId: string }): ReportToEdit {
  const { id } = useCurrentPerson();
  return { authorId: id, submissionId: assignment.reportId, assignmentId: assignment.id };
}

async function openReport(
  { db, now }: Services,
  report: ReportToEdit,
  onSaved: (session: DraftSession<ReportBody>) => void,
): Promise<ReportDraft> {
  const start = () => startDraft(db, { ...report, kind: "report", now: now() });
  const started = await start();
  if (!started.ok) {
    const { kind } = started.error;
    return { kind: "failed", reason: kind === "no-assignment" ? "not-assigned" : kind };
  }
  const row = started.value;
  const status = isUntouched(row)
    ? ({ kind: "untouched" } as const)
    : ({ kind: "saved", at: row.updatedAt } as const);
  const form = { body: reportBodyOf(row.body), typed: row.typed, place: row.place };
  const state = signal<DraftState<ReportBody>>({ form, status });
  let hasAsked = false;
  const session: DraftSession<ReportBody> = createDraftSession(
    row,
    {
      async save(edit) {
        const saved = await withRoomForText(db, () => saveDraft(db, report, edit));
        if (saved.ok && !hasAsked) {
          hasAsked = true;
          void askForPersistence(db, navigator.storage).then(() => keepReserve(db));
        }
        return saved;
      },
      restart: start,
      discardIfUntouched: () => discardIfUntouched(db, report),
      readBody: reportBodyOf,
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
  return { kind: "open", session, state };
}

/** As the server will merge two tablets; where both windows changed the same, what is typed here. */
function mergeBody(sides: { base: ReportBody; mine: ReportBody; theirs: ReportBody }): ReportBody {
  const content = (body: ReportBody) => ({ body, attachments: [] });
  const { base, mine, theirs } = sides;
  const merged = merge("report", {
    base: content(base),
    mine: content(mine),
    theirs: content(theirs),
  });
  return reportBodyOf(merged.content.body);
}

function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
