import { TabletSmartphone } from "lucide";
import { useCallback, useEffect, useState } from "preact/hooks";
import { type Tablet, TabletsReply } from "../../shared/tablets.ts";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Icon } from "../components/icon.tsx";
import { ListRow } from "../components/list-row.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { dateTime } from "../i18n/format.ts";
import { keptWords } from "../i18n/kept-words.ts";
import { t } from "../i18n/language.ts";
import { PlannerFrame } from "../planner-frame.tsx";
import { useServices } from "../services.ts";

/** Every tablet of the administrator's offices: who is on it, and whether it may still read. */
export function TabletsScreen() {
  const { transport } = useServices();
  const { id: viewer } = useCurrentPerson();
  const [tablets, setTablets] = useState<readonly Tablet[] | null>();
  const [asked, ask] = useState<Tablet>();
  const words = keptWords();
  const reload = useCallback(async () => {
    const reply = await transport.ask(`/api/tablets?viewer=${viewer}`, TabletsReply);
    setTablets(reply.ok ? reply.value.tablets : null);
  }, [transport, viewer]);
  useEffect(() => void reload(), [reload]);
  const change = async ({ id }: Tablet, method: "PUT" | "DELETE") => {
    await transport.tell(`/api/tablets/${id}/revocation?viewer=${viewer}`, method);
    await reload();
  };

  return (
    <PlannerFrame title={words.tablets.title} scope={tablets ? words.count(tablets.length) : ""}>
      {tablets === null && (
        <EmptyState
          title={words.needsSignal}
          action={<Button onClick={() => void reload()}>{t().actions.tryAgain}</Button>}
        />
      )}
      {tablets?.length === 0 && (
        <EmptyState title={words.tablets.nothing} detail={words.tablets.nothingDetail} />
      )}
      {tablets && tablets.length > 0 && (
        <Card flush>
          <ul>
            {tablets.map((tablet) => (
              <li key={tablet.id}>
                <TabletRow
                  tablet={tablet}
                  onRevoke={() => ask(tablet)}
                  onAdmit={() => void change(tablet, "DELETE")}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ConfirmDialog
        open={asked !== undefined}
        title={words.tablets.revokeTitle(asked?.people[0]?.name ?? "")}
        detail={words.tablets.revokeDetail}
        warm
        onConfirm={() => {
          ask(undefined);
          if (asked) void change(asked, "PUT");
        }}
        onCancel={() => ask(undefined)}
      />
    </PlannerFrame>
  );
}

function TabletAction({ tablet, onRevoke, onAdmit }: TabletRowProps) {
  const words = keptWords().tablets;
  if (tablet.isThisOne) return <span class="text-ink2">{words.thisOne}</span>;
  return tablet.revokedAt === null ? (
    <Button onClick={onRevoke}>{words.revoke}</Button>
  ) : (
    <Button onClick={onAdmit}>{words.admit}</Button>
  );
}

type TabletRowProps = { tablet: Tablet; onRevoke: () => void; onAdmit: () => void };

function TabletRow({ tablet, onRevoke, onAdmit }: TabletRowProps) {
  const { people, lastSeenAt, revokedAt, copiedAt } = tablet;
  const words = keptWords().tablets;
  return (
    <ListRow
      leading={<Icon node={TabletSmartphone} size={26} />}
      trailing={<TabletAction {...{ tablet, onRevoke, onAdmit }} />}
    >
      <b class="block">{people.map(({ name }) => name).join(", ")}</b>
      <span class="block text-ink2">
        {[...new Set(people.map(({ office }) => office))].join(", ")}
      </span>
      <span class="block text-ink2">
        {lastSeenAt === null ? words.neverSeen : words.seen(dateTime(lastSeenAt))}
      </span>
      {revokedAt !== null && <b class="block text-krang">{words.revoked(dateTime(revokedAt))}</b>}
      {copiedAt !== null && <span class="block text-din">{words.copied(dateTime(copiedAt))}</span>}
    </ListRow>
  );
}
