import { Undo2 } from "lucide";
import { calledName } from "../called-name.ts";
import { Button } from "../components/button.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import type { OutboxRow } from "../db/rows.ts";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import type { QueueItem } from "./queue.ts";

type QueueRowProps = {
  item: QueueItem;
  place: number;
  /** Of an area that this tablet knows. */
  nameOf: (areaCode: string) => string | undefined;
  /** Set where it is somebody else's, who alone may change it. */
  colleague?: string;
  onTakeBack: (row: OutboxRow) => void;
};

export function QueueRow({ item, place, nameOf, colleague, onTakeBack }: QueueRowProps) {
  const { outbox } = t();
  return (
    <li class="queue-row">
      <span class="queue-place">{place}</span>
      <div class="queue-what">
        <b class="block">{titleOf(item, nameOf)}</b>
        {item.assignment && (
          <span class="clip-2 text-ink2">
            <ThaiText>{projectName(item.assignment)}</ThaiText>
          </span>
        )}
        {colleague !== undefined && (
          <span class="block text-ink2">{outbox.ofColleague(calledName(colleague))}</span>
        )}
      </div>
      <span class="queue-size text-ink2">{bytes(item.sizeBytes)}</span>
      <span class="queue-state">
        <StatusChip status={item.sending ? "sending" : "queued"} />
        <span class="block text-ink2">{stateNote(item, place)}</span>
      </span>
      {colleague === undefined && <QueueAction item={item} onTakeBack={onTakeBack} />}
    </li>
  );
}

/** Before it first left it comes back as the draft it was; after that a new version goes on top. */
function QueueAction({ item, onTakeBack }: Pick<QueueRowProps, "item" | "onTakeBack">) {
  const { outbox } = t();
  if (item.kind === "text" && !item.row.sentOnce) {
    return (
      <Button icon={Undo2} class="queue-action" onClick={() => onTakeBack(item.row)}>
        {outbox.takeBack}
      </Button>
    );
  }
  // What waits behind its own text is reached by that.
  if (!item.assignment || (item.kind === "files" && item.afterText)) return null;
  return (
    <a class="queue-action text-link" href={`/reports/${item.assignment.id}`}>
      {outbox.openForm}
    </a>
  );
}

function titleOf(item: QueueItem, nameOf: QueueRowProps["nameOf"]): string {
  const { outbox } = t();
  if (item.kind === "files") return outbox.filesOf(item.count);
  const { kind, body } = item.row.mutation;
  if (kind === "report") return outbox.textVersion(item.version);
  const name = nameOf(item.areaCode ?? "") ?? "";
  return body === null ? outbox.areaRemoval(name) : outbox.areaVersion(item.version, name);
}

function stateNote(item: QueueItem, place: number): string {
  const { outbox } = t();
  if (item.sending) return "";
  if (item.kind === "files" && item.reason !== undefined) return delayWords(item.reason);
  if (item.kind === "files") return item.afterText ? outbox.afterText : outbox.resumes;
  return item.row.state === "waiting" ? outbox.waitsForEarlier : outbox.placeInQueue(place);
}

/** Why a file did not go the last time. */
function delayWords(reason: string): string {
  const { errors, outbox } = t();
  return reason === "file-hash-mismatch" || reason === "file-not-announced"
    ? errors.codes[reason]
    : outbox.fileLater;
}
