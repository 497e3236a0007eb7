import { Send } from "lucide";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { SavedLine, type SavedState } from "../components/saved-line.tsx";
import { Toasts } from "../components/toasts.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { clockSeconds, dateTime, daysUntil } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { AttachmentsSection } from "./attachments-section.tsx";
import { withTyped } from "./draft-form.ts";
import type { DraftStatus } from "./draft-session.ts";
import { focusFirstField } from "./form-field.tsx";
import { FormNotices } from "./form-notices.tsx";
import { type FormView, pinsOf } from "./form-view.ts";
import { type ReportView, stateOf, versionOf } from "./read-report.ts";
import { problemWords, reportProblems } from "./report-problems.ts";
import { ReportSections } from "./report-sections.tsx";
import { SubmitDialogs } from "./submit-dialogs.tsx";
import type { Attachments } from "./use-attachments.ts";
import { useFormPlace } from "./use-form-place.ts";
import { useOpenAtPin } from "./use-open-at-pin.ts";
import { type OpenReport, useReportKey } from "./use-report-draft.ts";
import { useSubmitReport } from "./use-submit-report.ts";
import { useUndo } from "./use-undo.ts";

type OpenReportFormProps = {
  report: ReportView;
  draft: OpenReport;
  attachments: Attachments;
  title: string;
};

/** The sections over one draft, its saved line and the button that sends it. */
export function OpenReportForm({ report, draft, attachments, title }: OpenReportFormProps) {
  const { sync, now } = useServices();
  const { session } = draft;
  const { form, status } = draft.state.value;
  const { assignment, confirmed, outbox } = report;
  const { attached, incoming, queue } = attachments;
  const key = useReportKey(assignment);
  const words = t();
  const [refused, setRefused] = useState<ReadonlySet<string>>();
  const openedAt = useRef(form.place).current;
  const current = useFormPlace(openedAt, session.moveTo);
  useOpenAtPin(pinsOf(confirmed), openedAt);
  const undo = useUndo();

  // Once sending was tried, the marks follow what is put right.
  const problems = refused ? reportProblems(assignment, form, attached) : NO_PROBLEMS;
  const sending = useSubmitReport(draft, key, {
    settled: queue.settled,
    isReady() {
      const found = reportProblems(assignment, draft.state.peek().form, attached);
      setRefused(new Set(found.keys()));
      return found.size === 0;
    },
  });
  const { step } = sending.submitting;
  // After each attempt to send, and not while the rest is being put right.
  useEffect(() => {
    if (refused && refused.size > 0) focusFirstField(refused);
  }, [refused]);

  const view: FormView = {
    assignment,
    body: form.body,
    typed: form.typed,
    readOnly: false,
    confirmed,
    pins: pinsOf(confirmed),
    problemAt(path) {
      const code = problems.get(path);
      return code && problemWords(path, code);
    },
    change: (changed) => session.edit({ body: { ...draft.state.peek().form.body, ...changed } }),
    changeTyped(path, text) {
      const before = draft.state.peek().form.typed;
      const typed = withTyped(before, path, text);
      if (typed !== before) session.edit({ typed });
    },
  };
  const save = useCallback(() => session.flush(), [session]);
  return (
    <FieldFrame
      title={title}
      backHref="/reports"
      footer={
        <>
          {status.kind === "untouched" ? <span /> : <SavedLine state={savedState(status, now())} />}
          <Button
            kind="primary"
            icon={Send}
            disabled={step === "finishing-photos"}
            onClick={() => void sending.ask()}
          >
            {step === "finishing-photos" ? words.form.finishingPhotos : words.form.submit}
          </Button>
        </>
      }
    >
      <div onFocusOut={() => void session.flush()}>
        <ReportSections
          view={view}
          state={stateOf(report, sync.status.value.sending)}
          attached={attached}
          current={current}
          notices={
            <FormNotices
              view={view}
              problems={problems}
              refusal={
                sending.submitting.step === "refused" ? sending.submitting.reason : undefined
              }
              isOnTopOfQueued={outbox.length > 0}
            />
          }
          attachments={
            <AttachmentsSection
              view={view}
              report={report}
              attached={attached}
              editing={{
                attachments,
                beforeOpen: save,
                onRemove: (file, name) =>
                  void attachments
                    .remove(file.sha256)
                    .then((putBack) => putBack && undo.offer(words.files.takenOut(name), putBack)),
              }}
            />
          }
        />
      </div>
      <SubmitDialogs
        sending={sending}
        view={view}
        attached={attached}
        version={versionOf({ ...report, draft: undefined }) + 1}
        refusedFiles={incoming.filter(({ refused }) => refused !== undefined).length}
      />
      <Toasts toasts={undo.toasts} onDismiss={undo.dismiss} />
    </FieldFrame>
  );
}

const NO_PROBLEMS: ReturnType<typeof reportProblems> = new Map();

function savedState(status: Exclude<DraftStatus, { kind: "untouched" }>, now: string): SavedState {
  if (status.kind === "failed") {
    return { kind: "failed", reason: t().form.notSaved[status.reason] };
  }
  if (status.kind === "saving") return { kind: "saving" };
  const isToday = daysUntil(status.at, new Date(now)) === 0;
  return { kind: "saved", at: isToday ? clockSeconds(status.at) : dateTime(status.at) };
}
