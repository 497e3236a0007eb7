import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RescuedDraftsReply } from "../../shared/rescue-manifest.ts";
import type { Result } from "../../shared/result.ts";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ListRow } from "../components/list-row.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { formHref, pasteHref } from "../form-href.ts";
import { dateTime } from "../i18n/format.ts";
import { rescueWords } from "../i18n/rescue-words.ts";
import { useLive } from "../live.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { type TakeOverError, takeOverDraft } from "./take-over-draft.ts";
import { type TakeOverTextError, takeOverPastedText } from "./take-over-pasted-text.ts";

type RescuedDraftsCardProps = {
  /** With the address of the form that it is in now. */
  onTakenOver: (href: string) => void;
};

type TakeOver = Promise<Result<void, TakeOverError | TakeOverTextError>>;

/** What the person left unfinished on a tablet that was rescued; nothing where there is none. */
export function RescuedDraftsCard({ onTakenOver }: RescuedDraftsCardProps) {
  const { db, transport, sync, now } = useServices();
  const { id: viewer } = useCurrentPerson();
  const { lastSyncAt } = sync.status.value;
  const offered = useSignal<RescuedDraftsReply>({ drafts: [], pastedTexts: [] });
  const busy = useSignal(false);
  const problem = useSignal("");
  const rescue = rescueWords();

  // Asked after every round that reached the server: an import may have brought some.
  useEffect(() => {
    if (lastSyncAt === null) return;
    void transport.rescuedDrafts(viewer).then((reply) => {
      if (reply.ok) offered.value = reply.value;
    });
  }, [transport, offered, viewer, lastSyncAt]);

  const goOn = async (taking: TakeOver, href: string) => {
    busy.value = true;
    problem.value = "";
    const taken = await taking;
    busy.value = false;
    if (taken.ok) onTakenOver(href);
    else problem.value = errorWords(taken.error);
  };

  const { drafts, pastedTexts } = offered.value;
  const rows = [
    ...drafts.map((one) => ({
      id: one.id,
      kind: "",
      work: one.draft,
      goOn: () => goOn(takeOverDraft({ db, transport }, one, now()), formHref(one.draft)),
    })),
    ...pastedTexts.map((one) => ({
      id: one.id,
      kind: `${rescue.pastedText} · `,
      work: one.pastedText,
      goOn: () =>
        goOn(takeOverPastedText({ db, transport }, one), pasteHref(one.pastedText.assignmentId)),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Card title={rescue.offered} note={rescue.offeredAbout} flush>
      <ul>
        {rows.map(({ id, kind, work, goOn: takeIt }) => (
          <li key={id}>
            <ListRow
              trailing={
                <Button aria-disabled={busy.value} onClick={() => busy.value || void takeIt()}>
                  {rescue.goOn}
                </Button>
              }
            >
              <WorkName {...work} kind={kind} />
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

type WorkNameProps = { assignmentId: string; updatedAt: string; kind: string };

function WorkName({ assignmentId, updatedAt, kind }: WorkNameProps) {
  const { db } = useServices();
  const rescue = rescueWords();
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
      <span class="text-ink2">
        {kind}
        {rescue.writtenAt(dateTime(updatedAt))}
      </span>
    </>
  );
}

function errorWords({ kind }: TakeOverError | TakeOverTextError): string {
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
