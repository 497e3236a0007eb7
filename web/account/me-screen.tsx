import { useCurrentPerson } from "../current-person.ts";
import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";
import { RescueCard } from "../rescue/rescue-card.tsx";

export function MeScreen() {
  return (
    <FieldFrame title={t().navigation.me}>
      <h1 class="text-page">{t().navigation.me}</h1>
      <p>{useCurrentPerson().displayName}</p>
      <RescueCard />
    </FieldFrame>
  );
}
