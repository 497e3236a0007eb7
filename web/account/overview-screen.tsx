import { FieldFrame } from "../field-frame.tsx";
import { useFiscalYear } from "../fiscal-year.ts";
import { t } from "../i18n/language.ts";
import { Overview } from "../overview.tsx";

/** The home of those who neither report, review nor administer. */
export function OverviewScreen() {
  const { fiscalYear } = useFiscalYear();
  const { navigation, app } = t();
  return (
    <FieldFrame title={navigation.overview}>
      <header class="home-head">
        <div>
          <p class="text-ink2">{app.fiscalYear(fiscalYear)}</p>
          <h1 class="text-page">{navigation.overview}</h1>
        </div>
      </header>
      <Overview />
    </FieldFrame>
  );
}
