import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Attachment } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import { t } from "../i18n/language.ts";
import { withTyped } from "./draft-form.ts";
import { focusFirstField } from "./form-field.tsx";
import { type FormProblems, formProblems, problemWords } from "./form-problems.ts";
import { type FormView, pinsOf } from "./form-view.ts";
import type { SubmissionView } from "./read-submission.ts";
import type { Attachments } from "./use-attachments.ts";
import type { OpenForm } from "./use-form-draft.ts";
import { useFormKey } from "./use-form-key.ts";
import { useFormPlace } from "./use-form-place.ts";
import { useOpenAtPin } from "./use-open-at-pin.ts";
import { useSubmit } from "./use-submit.ts";
import { useUndo } from "./use-undo.ts";

/** A submission being filled in: what is known of it, its draft, its files. */
export type FormInHand<B extends Json & object> = {
  submission: SubmissionView;
  draft: OpenForm<B>;
  attachments: Attachments;
};

/** What the form of a report and that of an area record have in common, over one draft. */
export function useOpenForm<B extends Json & object>({
  submission,
  draft,
  attachments,
}: FormInHand<B>) {
  const { session, formKind } = draft;
  const { form } = draft.state.value;
  const { assignment, confirmed } = submission;
  const { attached, incoming, queue } = attachments;
  const key = useFormKey(submission);
  const [refused, setRefused] = useState<ReadonlySet<string>>();
  const openedAt = useRef(form.place).current;
  const current = useFormPlace(openedAt, session.moveTo);
  useOpenAtPin(pinsOf(confirmed), openedAt);
  const undo = useUndo();

  // Once sending was tried, the marks follow what is put right.
  const problems = refused ? formProblems(formKind, assignment, form, attached) : NO_PROBLEMS;
  const sending = useSubmit(draft, key, {
    settled: queue.settled,
    isReady() {
      const found = formProblems(formKind, assignment, draft.state.peek().form, attached);
      setRefused(new Set(found.keys()));
      return found.size === 0;
    },
  });
  // After each attempt to send, and not while the rest is being put right.
  useEffect(() => {
    if (refused && refused.size > 0) focusFirstField(refused);
  }, [refused]);

  // The same ones while they say the same: a section is drawn again when they change.
  const pins = useMemo(() => pinsOf(confirmed), [confirmed]);
  const problemAt = useCallback(
    (path: string) => {
      const code = problems.get(path);
      return code && problemWords(path, code);
    },
    [problems],
  );
  const view: FormView<B> = {
    assignment,
    body: form.body,
    typed: form.typed,
    readOnly: false,
    confirmed,
    pins,
    problemAt,
    change: (changed) => session.edit({ body: { ...draft.state.peek().form.body, ...changed } }),
    changeTyped(path, text) {
      const before = draft.state.peek().form.typed;
      const typed = withTyped(before, path, text);
      if (typed !== before) session.edit({ typed });
    },
  };
  const save = useCallback(() => session.flush(), [session]);
  const removeFile = async ({ sha256 }: Attachment, name: string) => {
    const putBack = await attachments.remove(sha256);
    if (putBack) undo.offer(t().files.takenOut(name), putBack);
  };
  const { submitting } = sending;
  return {
    view,
    problems,
    sending,
    refusal: submitting.step === "refused" ? submitting.reason : undefined,
    current,
    undo,
    save,
    editing: { attachments, beforeOpen: save, onRemove: removeFile },
    refusedFiles: incoming.filter(({ refused: reason }) => reason !== undefined).length,
  };
}

const NO_PROBLEMS: FormProblems = new Map();
