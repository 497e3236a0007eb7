import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";

export function OverviewScreen() {
  return (
    <FieldFrame title={t().navigation.overview}>
      <h1 class="text-page">{t().navigation.overview}</h1>
    </FieldFrame>
  );
}
