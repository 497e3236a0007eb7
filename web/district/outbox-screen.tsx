import { useSignal } from "@preact/signals";
import { Send, SquareCheck, TriangleAlert } from "lucide";
import { useLocation } from "preact-iso";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Icon } from "../components/icon.tsx";
import { Notice } from "../components/notice.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { countFindings } from "../db/findings.ts";
import { takeBack } from "../db/outbox.ts";
import type { OutboxRow } from "../db/rows.ts";
import { readSettings } from "../db/settings.ts";
import { retryUpload } from "../db/uploads.ts";
import { FieldFrame } from "../field-frame.tsx";
import { areasHref, formHrefIn } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { DamageCard } from "../rescue/damage-card.tsx";
import { RescueCard } from "../rescue/rescue-card.tsx";
import { RescuedDraftsCard } from "../rescue/rescued-drafts-card.tsx";
import { useServices } from "../services.ts";
import { useStateSources, useSubmissionStates } from "../submission-states.ts";
import type { SyncStatus } from "../sync/sync-status.ts";
import { syncLine, usePending } from "../sync-line.ts";
import { assignmentFinder } from "./assignment-finder.ts";
import { CareCard } from "./care-card.tsx";
import { careItems } from "./care-items.ts";
import { queueOf } from "./queue.ts";
import { QueueCard } from "./queue-card.tsx";
import { ReadyCard } from "./ready-card.tsx";
import { ReceivedCard } from "./received-card.tsx";

/** กล่องส่ง: first that everything is kept, then what needs care, then the queue as it goes. */
export function OutboxScreen() {
  const { db, now, sync, findings } = useServices();
  const { id, orgUnitCode } = useCurrentPerson();
  const { route } = useLocation();
  const stored = useStateSources();
  // What the province has, whatever is being done to it on this tablet.
  const received = useSubmissionStates(
    stored && { ...stored, drafts: [], outbox: [], settled: [] },
  );
  const pending = usePending();
  const problem = useSignal<string | null>(null);
  const known = useLive(
    async () => ({
      people: await db.people.toArray(),
      persisted: (await readSettings(db)).persisted,
      assignments: await db.assignments
        .where(":id")
        .between([orgUnitCode], [orgUnitCode, []])
        .toArray(),
    }),
    [db, orgUnitCode],
    undefined,
  ).value;
  const { outbox, navigation } = t();
  const status = sync.status.value;
  const line = syncLine(status, pending);
  const kept = countFindings(findings.value) > 0 ? outbox.restKept : outbox.allKept;

  const recall = async (row: OutboxRow) => {
    const taken = await takeBack(db, row.mutationId, now());
    // Of a removal that was taken back there is nothing to edit: its record is in the list again.
    if (taken.ok && row.mutation.body === null) route(areasHref(row.assignmentId));
    else if (taken.ok) route(formHrefIn(row.assignment, row.submissionId));
    else problem.value = t().outbox.takeBackErrors[taken.error.kind];
  };

  const assignmentOf =
    stored && known ? assignmentFinder({ ...stored, assignments: known.assignments }) : undefined;
  const care =
    stored && known && assignmentOf
      ? careItems({ ...stored, people: known.people, personId: id, assignmentOf })
      : [];
  const queue =
    stored && assignmentOf
      ? queueOf({ ...stored, sending: status.sending, assignmentOf })
      : undefined;
  return (
    <FieldFrame title={navigation.outbox}>
      <div class="outbox-columns">
        <div class="home-column">
          <Card>
            <div class="outbox-head">
              <Icon
                node={line.kind === "not-saved" ? TriangleAlert : SquareCheck}
                size={52}
                class={line.kind === "not-saved" ? "text-krang" : "text-kram"}
              />
              <div class="min-w-0 grow">
                <h1 class="text-page">{line.kind === "not-saved" ? t().sync.failed : kept}</h1>
                <p class="text-ink2" role="status">
                  {line.kind === "not-saved" ? line.reason : networkLine(status)}
                </p>
              </div>
              <Button icon={Send} onClick={() => sync.wake()}>
                {outbox.sendNow}
              </Button>
            </div>
          </Card>
          {known?.persisted === false && queue && queue.length > 0 && (
            <Notice tone="din" icon={TriangleAlert}>
              {t().profile.storageMayGo}{" "}
              <a class="text-link" href="/me">
                {t().profile.storage}
              </a>
            </Notice>
          )}
          {problem.value && (
            <Notice tone="din" icon={TriangleAlert}>
              {problem.value}
            </Notice>
          )}
          <DamageCard />
          {care.length > 0 && (
            <CareCard items={care} onRetry={(file) => void retryUpload(db, file).then(sync.wake)} />
          )}
          <RescuedDraftsCard onTakenOver={route} />
          {queue && queue.length > 0 && (
            <QueueCard
              items={queue}
              personId={id}
              people={known?.people ?? []}
              onTakeBack={(row) => void recall(row)}
            />
          )}
          {queue?.length === 0 && (
            <Card>
              <EmptyState title={outbox.nothingWaits} detail={outbox.nothingWaitsDetail} />
            </Card>
          )}
        </div>
        <div class="home-column">
          {stored && known && (
            <ReceivedCard
              submissions={stored.submissions}
              assignments={known.assignments}
              states={received}
              now={new Date(now())}
            />
          )}
          <ReadyCard />
          <RescueCard />
        </div>
      </div>
    </FieldFrame>
  );
}

/** What the network does about it; the button's answer is seen here too. */
function networkLine({ phase, problem }: SyncStatus): string {
  const { outbox, sync } = t();
  if (phase === "sending-text") return sync.sendingText;
  if (phase === "sending-files") return sync.textSent;
  if (phase === "pulling") return outbox.asking;
  if (phase === "paused") return outbox.waitsForSignIn;
  if (problem?.kind === "offline" || problem?.kind === "portal") {
    return `${sync.noSignal} · ${outbox.sendsItself}`;
  }
  if (problem?.kind === "rejected" && problem.code === "device-revoked") {
    return t().errors.codes["device-revoked"];
  }
  return problem === null ? outbox.sendsItself : outbox.serverNotReady;
}
