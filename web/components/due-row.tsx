import { ListRow } from "./list-row.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import type { Status } from "./status.ts";
import { StatusChip } from "./status-chip.tsx";
import { ThaiText } from "./thai-text.tsx";

type DueRowProps = {
  href: string;
  /** "อีก 3 วัน" and, below it, "18 มี.ค." */
  due: string;
  date: string;
  name: string;
  status: Status;
  /** Overall progress, 0 to 100. */
  percent: number;
};

/** A report that is nearly due. */
export function DueRow({ href, due, date, name, status, percent }: DueRowProps) {
  return (
    <ListRow
      href={href}
      leading={
        <div class="w-20 flex-none">
          <div class="font-bold">{due}</div>
          <div class="text-ink2">{date}</div>
        </div>
      }
    >
      <div class="clip-2 font-bold">
        <ThaiText>{name}</ThaiText>
      </div>
      <div class="flex flex-wrap items-center gap-x-2.5">
        <StatusChip status={status} />
        <span class="flex items-center gap-2.5">
          <span class="w-24 sm:w-32">
            <ProgressBar percent={percent} />
          </span>
          {percent}%
        </span>
      </div>
    </ListRow>
  );
}
