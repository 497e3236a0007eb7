import { useLocation } from "preact-iso";
import type { AreaDraft } from "../../shared/area-record.ts";
import { putBackRecord, type RemovedRecord, removeRecord } from "../db/remove-record.ts";
import { withRoom } from "../db/with-room.ts";
import { areasHref } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import type { DraftSession } from "./draft-session.ts";
import type { SubmissionView } from "./read-submission.ts";
import { useFormKey } from "./use-form-key.ts";
import { refusalWords } from "./use-submit.ts";
import type { Undo } from "./use-undo.ts";

type RemoveArea = {
  submission: SubmissionView;
  session: DraftSession<AreaDraft>;
  /** Of the list the person comes back to: it outlives the form. */
  undo: Undo;
  name: string;
};

/** Removes the record in the form, leaves the form, and offers for a while to put it back. */
export function useRemoveArea({ submission, session, undo, name }: RemoveArea) {
  const { db, sync, now } = useServices();
  const { route } = useLocation();
  const key = useFormKey(submission);
  const putBack = async (removed: RemovedRecord) => {
    const back = await withRoom(db, () => putBackRecord(db, removed, now()));
    if (!back.ok) undo.say(refusalWords(back.error));
    sync.wake();
  };
  return async () => {
    const removed = await session.submit(() => withRoom(db, () => removeRecord(db, key, now())));
    if (!removed.ok) {
      undo.say(refusalWords(removed.error));
      return;
    }
    undo.offer(t().area.removed(name), () => putBack(removed.value));
    sync.wake();
    route(areasHref(submission.assignment.id));
  };
}
