import { Undo2 } from "lucide";
import { Button } from "../components/button.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import type { QueueItem } from "./queue.ts";

type QueueRowProps = {
  item: QueueItem;
  place: number;
  /** Omit where it has left already, or is somebody else's. */
  onTakeBack?: () => void;
};

export function QueueRow({ item, place, onTakeBack }: QueueRowProps) {
  const { outbox } = t();
  return (
    <li class="queue-row">
      <span class="queue-place">{place}</span>
      <div class="queue-what">
        <b class="block">{titleOf(item)}</b>
        {item.assignment && (
          <span class="clip-2 text-ink2">
            <ThaiText>{projectName(item.assignment)}</ThaiText>
          </span>
        )}
      </div>
      <span class="queue-size text-ink2">{bytes(item.sizeBytes)}</span>
      <span class="queue-state">
        <StatusChip status={item.sending ? "sending" : "queued"} />
        <span class="block text-ink2">{stateNote(item, place)}</span>
      </span>
      {onTakeBack && (
        <Button icon={Undo2} class="queue-action" onClick={onTakeBack}>
          {outbox.takeBack}
        </Button>
      )}
    </li>
  );
}

function titleOf(item: QueueItem): string {
  const { outbox } = t();
  if (item.kind === "files") return outbox.filesOf(item.count);
  const { kind, body } = item.row.mutation;
  if (kind === "report") return outbox.textVersion(item.version);
  return body === null ? outbox.areaRemoval : outbox.areaVersion(item.version);
}

function stateNote(item: QueueItem, place: number): string {
  const { outbox } = t();
  if (item.sending) return "";
  if (item.kind === "files") return item.afterText ? outbox.afterText : outbox.resumes;
  return item.row.state === "waiting" ? outbox.waitsForEarlier : outbox.placeInQueue(place);
}
