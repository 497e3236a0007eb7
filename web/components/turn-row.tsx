import { ListRow } from "./list-row.tsx";
import type { Status } from "./status.ts";
import { StatusChip } from "./status-chip.tsx";
import { ThaiText } from "./thai-text.tsx";

type TurnRowProps = {
  href: string;
  status: Status;
  count?: number;
  /** Who or what, and when: "กลุ่มงานยุทธศาสตร์ฯ · 14 มี.ค." */
  source: string;
  name: string;
  /** What is asked of the reader. */
  reason: string;
};

/** Something that waits for the reader. */
export function TurnRow({ href, status, count = 0, source, name, reason }: TurnRowProps) {
  return (
    <ListRow href={href}>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusChip status={status} count={count} />
        <span class="text-ink2">{source}</span>
      </div>
      <div class="clip-2 font-bold">
        <ThaiText>{name}</ThaiText>
      </div>
      <div class="text-ink2">
        <ThaiText>{reason}</ThaiText>
      </div>
    </ListRow>
  );
}
