import { type Appearance, showAppearance } from "../appearance.ts";
import { Card } from "../components/card.tsx";
import { Segmented } from "../components/segmented.tsx";
import { SelectField } from "../components/select-field.tsx";
import { changeSettings, readSettings } from "../db/settings.ts";
import { currentFiscalYear, recentYears, useFiscalYear } from "../fiscal-year.ts";
import { type Language, language, setLanguage, t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";

/** Fiscal year, colours of the screen, language: each takes effect at once, for this tablet. */
export function SettingsCard() {
  const { db, now } = useServices();
  const { fiscalYear } = useFiscalYear();
  const theme = useLive<Appearance>(
    async () => (await readSettings(db)).theme,
    [db],
    "system",
  ).value;
  const currentYear = currentFiscalYear(now());
  const { profile, app, signIn } = t();

  const chooseYear = (year: number) =>
    // The current year is not written down, so that it moves on by itself on 1 October.
    changeSettings(db, { fiscalYear: year === currentYear ? null : year });
  const chooseTheme = async (wanted: Appearance) => {
    showAppearance(wanted);
    await changeSettings(db, { theme: wanted });
  };
  const chooseLanguage = async (wanted: Language) => {
    await setLanguage(wanted);
    await changeSettings(db, { language: wanted });
  };

  return (
    <Card title={profile.settings}>
      <div class="settings">
        <SelectField
          label={signIn.chooseYear}
          hint={profile.yearHint}
          value={String(fiscalYear)}
          options={recentYears(Math.max(currentYear, fiscalYear)).map((year) => ({
            value: String(year),
            label: year === currentYear ? profile.currentYear(year) : signIn.year(year),
          }))}
          onChange={(year) => void chooseYear(Number(year))}
        />
        <div>
          <p class="field-label">{app.appearance}</p>
          <Segmented<Appearance>
            label={app.appearance}
            value={theme}
            options={[
              { value: "system", label: app.themes.auto },
              { value: "light", label: app.themes.light },
              { value: "dark", label: app.themes.dark },
              { value: "sunlight", label: app.themes.sunlight },
            ]}
            onChange={(wanted) => void chooseTheme(wanted)}
          />
        </div>
        <div>
          <p class="field-label">{app.language}</p>
          <Segmented<Language>
            label={app.language}
            value={language.value}
            options={[
              { value: "th", label: profile.languages.th },
              { value: "en", label: profile.languages.en },
            ]}
            onChange={(wanted) => void chooseLanguage(wanted)}
          />
        </div>
      </div>
    </Card>
  );
}
