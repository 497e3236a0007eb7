import { FileText, type IconNode } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import type { Status } from "./status.ts";
import { StatusChip } from "./status-chip.tsx";

type FileRowProps = {
  name: string;
  /** "412 KB", or "ฉบับที่ 1 · 6 KB". */
  detail: string;
  status: Status;
  count?: number;
  icon?: IconNode;
  actions?: ComponentChildren;
};

/** A document, or the text of a report, with its own state. */
export function FileRow(props: FileRowProps) {
  const { name, detail, status, count = 0, icon = FileText, actions } = props;
  return (
    <div class="file-row">
      <Icon node={icon} size={24} class="text-ink2" />
      <div class="min-w-0 flex-1">
        <div class="font-bold">{name}</div>
        <div class="text-ink2">{detail}</div>
      </div>
      <StatusChip status={status} count={count} />
      {actions}
    </div>
  );
}
