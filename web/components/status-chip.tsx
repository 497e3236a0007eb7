import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";
import { STATUS_LOOKS, type Status } from "./status.ts";

type StatusChipProps = {
  status: Status;
  /** Photos to come, or comments to answer; 0 shows no number. */
  count?: number;
};

/** State by word, icon and colour together; filled only when the reader has to act. */
export function StatusChip({ status, count = 0 }: StatusChipProps) {
  const { icon, tone, filled } = STATUS_LOOKS[status];
  return (
    <span class={`status tone-${tone} ${filled ? "status-filled" : ""}`}>
      <Icon node={icon} size={20} />
      <span>
        {t().status[status]}
        {count > 0 && ` ${count}`}
      </span>
    </span>
  );
}
