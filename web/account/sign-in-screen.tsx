import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { calledName } from "../called-name.ts";
import { BrandMark } from "../components/brand-mark.tsx";
import { FiscalYearPicker } from "../components/fiscal-year-picker.tsx";
import { PersonPicker } from "../components/person-picker.tsx";
import { currentFiscalYear, recentYears } from "../fiscal-year.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { peopleHere } from "./people-here.ts";
import { unsentWords } from "./unsent-words.ts";
import { WayIn } from "./way-in.tsx";

const NOBODY_KNOWN = "other";

/** R2, R3, R5: the fiscal year and the person. Stands in place of any screen while nobody is here. */
export function SignInScreen() {
  const { db, now } = useServices();
  const currentYear = currentFiscalYear(now());
  const year = useSignal(currentYear);
  const chosen = useSignal<string | null>(null);
  const people = useLive(() => peopleHere(db), [db], undefined);
  const { app, signIn: words } = t();
  useEffect(() => {
    document.title = `${t().signIn.title} · ${t().app.name}`;
  }, []);

  if (people.value === undefined) return null;
  const selectedId = chosen.value ?? people.value[0]?.id ?? NOBODY_KNOWN;
  const person = people.value.find(({ id }) => id === selectedId);
  return (
    <div class="sign-in">
      <header class="sign-in-brand">
        <div class="cloth sign-in-cloth" />
        <div class="sign-in-names">
          <BrandMark size={50} />
          <p class="text-number">{app.name}</p>
          <p>{app.system}</p>
          <p>{app.level}</p>
          <p class="sign-in-owner">{app.owner}</p>
        </div>
      </header>
      <main class="sign-in-content">
        <h1 class="sr-only">{words.title}</h1>
        <FiscalYearPicker
          years={recentYears(currentYear)}
          currentYear={currentYear}
          selected={year.value}
          onSelect={(wanted) => {
            year.value = wanted;
          }}
        />
        {people.value.length > 0 && (
          <PersonPicker
            people={people.value.map((person) => ({
              id: person.id,
              name: calledName(person.displayName),
              position: person.positionTitle,
              unsent: unsentWords(person),
            }))}
            selected={selectedId}
            onSelect={(id) => {
              chosen.value = id;
            }}
          />
        )}
        <WayIn
          key={selectedId}
          person={person}
          // The current year is not written down, so that it moves on by itself on 1 October.
          fiscalYear={year.value === currentYear ? null : year.value}
        />
      </main>
    </div>
  );
}
