import { Card } from "../components/card.tsx";
import type { OutboxRow, PersonRow } from "../db/rows.ts";
import { readSettings } from "../db/settings.ts";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import type { QueueItem } from "./queue.ts";
import { QueueRow } from "./queue-row.tsx";
import { sendingTimeWords } from "./sending-time.ts";
import { useAreaNameOf } from "./use-area-name-of.ts";

type QueueCardProps = {
  items: readonly QueueItem[];
  /** Whose items may be opened and taken back here. */
  personId: string;
  people: readonly PersonRow[];
  onTakeBack: (row: OutboxRow) => void;
};

/** รอส่ง: everything on its way, in the order it goes, with its size and how long that may take. */
export function QueueCard({ items, personId, people, onTakeBack }: QueueCardProps) {
  const { db } = useServices();
  const speed = useLive(async () => (await readSettings(db)).uploadSpeed, [db], null).value;
  const nameOf = useAreaNameOf(
    items.flatMap((item) => (item.kind === "text" ? (item.areaCode ?? []) : [])),
  );
  const { outbox } = t();
  const sizeBytes = items.reduce((total, item) => total + item.sizeBytes, 0);
  return (
    <Card
      title={outbox.waiting}
      note={outbox.items(items.length, bytes(sizeBytes))}
      aside={outbox.textFirst}
      flush
    >
      <p class="queue-time text-ink2">{sendingTimeWords(sizeBytes, speed)}</p>
      <ol>
        {items.map((item, at) => (
          <QueueRow
            key={item.id}
            item={item}
            place={at + 1}
            nameOf={nameOf}
            {...(item.authorId === personId
              ? {}
              : { colleague: people.find(({ id }) => id === item.authorId)?.displayName ?? "" })}
            onTakeBack={onTakeBack}
          />
        ))}
      </ol>
    </Card>
  );
}
