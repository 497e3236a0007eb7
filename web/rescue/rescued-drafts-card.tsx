import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ListRow } from "../components/list-row.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { dateTime } from "../i18n/format.ts";
import { rescueWords } from "../i18n/rescue-words.ts";
import { useLive } from "../live.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { type OfferedDraft, type TakeOverError, takeOverDraft } from "./take-over-draft.ts";

type RescuedDraftsCardProps = { onTakenOver: (draft: OfferedDraft) => void };

/** What the person left unfinished on a tablet that was rescued; nothing where there is none. */
export function RescuedDraftsCard({ onTakenOver }: RescuedDraftsCardProps) {
  const { db, transport, sync, now } = useServices();
  const { id: viewer } = useCurrentPerson();
  const { lastSyncAt } = sync.status.value;
  const offered = useSignal<readonly OfferedDraft[]>([]);
  const busy = useSignal(false);
  const problem = useSignal("");
  const rescue = rescueWords();

  // Asked after every round that reached the server: an import may have brought some.
  useEffect(() => {
    if (lastSyncAt === null) return;
    void transport.rescuedDrafts(viewer).then((reply) => {
      if (reply.ok) offered.value = reply.value.drafts;
    });
  }, [transport, offered, viewer, lastSyncAt]);

  const goOn = async (draft: OfferedDraft) => {
    if (busy.value) return;
    busy.value = true;
    problem.value = "";
    const taken = await takeOverDraft({ db, transport }, draft, now());
    busy.value = false;
    if (taken.ok) onTakenOver(draft);
    else problem.value = errorWords(taken.error);
  };

  if (offered.value.length === 0) return null;
  return (
    <Card title={rescue.offered} note={rescue.offeredAbout} flush>
      <ul>
        {offered.value.map((draft) => (
          <li key={draft.id}>
            <ListRow
              trailing={
                <Button aria-disabled={busy.value} onClick={() => void goOn(draft)}>
                  {rescue.goOn}
                </Button>
              }
            >
              <DraftName offered={draft} />
            </ListRow>
          </li>
        ))}
      </ul>
      <p class="px-5 text-din" role="status">
        {problem.value}
      </p>
    </Card>
  );
}

function DraftName({ offered: { draft } }: { offered: OfferedDraft }) {
  const { db } = useServices();
  const rescue = rescueWords();
  const { assignmentId } = draft;
  const assignment = useLive(
    () => db.assignments.where("id").equals(assignmentId).first(),
    [db, assignmentId],
    undefined,
  ).value;
  return (
    <>
      <b class="block">
        <ThaiText>{assignment ? projectName(assignment) : rescue.otherWork}</ThaiText>
      </b>
      <span class="text-ink2">{rescue.writtenAt(dateTime(draft.updatedAt))}</span>
    </>
  );
}

function errorWords({ kind }: TakeOverError): string {
  const { goOnErrors } = rescueWords();
  switch (kind) {
    case "draft-exists":
    case "no-assignment":
    case "unreadable":
      return goOnErrors[kind];
    default:
      return goOnErrors.other;
  }
}
