import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";
import { RescueCard } from "../rescue/rescue-card.tsx";

export function OutboxScreen() {
  return (
    <FieldFrame title={t().navigation.outbox}>
      <h1 class="text-page">{t().outbox.title}</h1>
      <RescueCard />
    </FieldFrame>
  );
}
