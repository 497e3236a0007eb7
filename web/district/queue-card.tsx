import { Card } from "../components/card.tsx";
import type { OutboxRow } from "../db/rows.ts";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { QueueItem } from "./queue.ts";
import { QueueRow } from "./queue-row.tsx";

type QueueCardProps = {
  items: readonly QueueItem[];
  /** Whose texts may be taken back here. */
  personId: string;
  onTakeBack: (row: OutboxRow) => void;
};

/** รอส่ง: everything on its way, in the order it goes, with its size. */
export function QueueCard({ items, personId, onTakeBack }: QueueCardProps) {
  const { outbox } = t();
  const sizeBytes = items.reduce((total, item) => total + item.sizeBytes, 0);
  return (
    <Card
      title={outbox.waiting}
      note={outbox.items(items.length, bytes(sizeBytes))}
      aside={outbox.textFirst}
      flush
    >
      <ol>
        {items.map((item, at) => (
          <QueueRow
            key={item.id}
            item={item}
            place={at + 1}
            {...(item.kind === "text" && item.row.authorId === personId && !item.row.sentOnce
              ? { onTakeBack: () => onTakeBack(item.row) }
              : {})}
          />
        ))}
      </ol>
    </Card>
  );
}
