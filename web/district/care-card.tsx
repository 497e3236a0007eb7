import { TriangleAlert } from "lucide";
import { Button, ButtonLink } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { Icon } from "../components/icon.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import type { UploadRow } from "../db/rows.ts";
import { formHrefIn } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import type { CareItem } from "./care-items.ts";
import { refusalWords } from "./refusal-words.ts";

type CareCardProps = {
  items: readonly CareItem[];
  onRetry: (file: UploadRow) => void;
};

/** ต้องดูแล: set aside with its reason and its way out; nothing else waits for it. */
export function CareCard({ items, onRetry }: CareCardProps) {
  const { outbox } = t();
  return (
    <Card title={outbox.needsCare} note={outbox.setAside(items.length)} flush>
      <ul>
        {items.map((item) => (
          <li key={item.id} class="care-row">
            {item.kind === "conflict" ? null : (
              <Icon node={TriangleAlert} size={26} class="text-krang" />
            )}
            <div class="min-w-0 flex-1">
              {item.kind === "conflict" && <StatusChip status="conflict" />}
              <b class="block">
                <ThaiText>{titleOf(item)}</ThaiText>
              </b>
              <span class="text-ink2">{reasonOf(item)}</span>
            </div>
            <div class="care-actions">
              <CareActions item={item} onRetry={onRetry} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function CareActions({ item, onRetry }: { item: CareItem; onRetry: (file: UploadRow) => void }) {
  const { outbox, actions } = t();
  if (item.colleague !== undefined) {
    return <span class="text-ink2">{outbox.colleagueSignsIn(item.colleague)}</span>;
  }
  switch (item.kind) {
    case "conflict":
      return <ButtonLink href={`/conflicts/${item.id}`}>{outbox.chooseValues}</ButtonLink>;
    case "held":
      return <ButtonLink href={`/conflicts/${item.id}`}>{outbox.seeReason}</ButtonLink>;
    case "not-taken":
      return null;
    case "file":
      return (
        <>
          {item.assignment && (
            <ButtonLink href={formHrefIn(item.assignment, item.file.submissionId)}>
              {outbox.openForm}
            </ButtonLink>
          )}
          <Button onClick={() => onRetry(item.file)}>{actions.tryAgain}</Button>
        </>
      );
  }
}

function titleOf(item: CareItem): string {
  if (item.kind === "file") return item.file.name;
  return projectName(item.assignment);
}

function reasonOf(item: CareItem): string {
  const { errors, home, outbox } = t();
  switch (item.kind) {
    case "conflict":
      return home.twoTablets;
    case "held":
      return errors.held[item.reason];
    case "not-taken":
      return outbox.notTaken;
    case "file":
      return refusalWords(item.file);
  }
}
