import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";

export function HomeScreen() {
  return (
    <FieldFrame title={t().navigation.home}>
      <h1 class="text-page">{t().home.title}</h1>
    </FieldFrame>
  );
}
