import { Check, CircleDashed } from "lucide";
import { Card } from "../components/card.tsx";
import { Icon } from "../components/icon.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { readSettings } from "../db/settings.ts";
import { dateTime } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";

const unknown = { assignments: 0, areas: 0, persisted: false, pulledAt: "" };

/** พร้อมลงพื้นที่: whether this tablet has what a day without signal needs. */
export function ReadyCard() {
  const { db, update } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const known = useLive(
    async () => {
      const [assignments, areas, settings, cursor] = await Promise.all([
        db.assignments.where(":id").between([orgUnitCode], [orgUnitCode, []]).count(),
        db.areas.where(":id").between([orgUnitCode], [orgUnitCode, []]).count(),
        readSettings(db),
        db.cursors.get(orgUnitCode),
      ]);
      return {
        assignments,
        areas,
        persisted: settings.persisted === true,
        pulledAt: cursor?.pulledAt ?? "",
      };
    },
    [db, orgUnitCode],
    unknown,
  ).value;
  const { outbox } = t();
  const newest = !update.updateReady.value;
  const lines = [
    { ready: known.assignments > 0, words: outbox.assignmentsHere(known.assignments) },
    { ready: known.areas > 0, words: outbox.areasHere(known.areas) },
    { ready: known.persisted, words: known.persisted ? outbox.storageKept : outbox.storageMayGo },
    { ready: newest, words: newest ? outbox.newestApp : t().app.updateReady },
  ];
  return (
    <Card title={outbox.readyForField}>
      <ul class="ready-list">
        {lines.map(({ ready, words }) => (
          <li key={words}>
            <Icon
              node={ready ? Check : CircleDashed}
              size={22}
              class={ready ? "text-bai" : "text-ink2"}
            />
            {words}
          </li>
        ))}
      </ul>
      <p class="text-ink2">
        {known.pulledAt ? outbox.lastSync(dateTime(known.pulledAt)) : outbox.neverSynced}
      </p>
    </Card>
  );
}
