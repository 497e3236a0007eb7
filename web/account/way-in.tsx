import { useSignal } from "@preact/signals";
import type { FiscalYear } from "../../shared/fiscal-year.ts";
import { firstName } from "../called-name.ts";
import { Button } from "../components/button.tsx";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { signIn } from "../session.ts";
import type { PersonHere } from "./people-here.ts";
import { PinForm } from "./pin-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

type WayInProps = {
  /** undefined: someone who was never here. */
  person: PersonHere | undefined;
  /** What the screens will show; null: always the current one. */
  fiscalYear: FiscalYear | null;
};

/** The PIN where there is one, which needs no signal; else name and password, which do. */
export function WayIn({ person, fiscalYear }: WayInProps) {
  const services = useServices();
  const byPassword = useSignal(false);
  const { signIn: words } = t();
  const waiting = person && person.waiting > 0 ? words.waitingHere(person.waiting) : "";
  if (person?.hasPin && !byPassword.value) {
    return (
      <PinForm
        person={person}
        note={`${words.worksOffline} ${waiting}`}
        fiscalYear={fiscalYear}
        onUsePassword={() => {
          byPassword.value = true;
        }}
      />
    );
  }
  return (
    <div class="grid gap-3">
      <SignInForm
        person={person && { username: person.username, name: firstName(person.displayName) }}
        {...(waiting ? { note: waiting } : {})}
        onSubmit={(entered) => signIn(services, { ...entered, fiscalYear })}
      />
      {person?.hasPin && (
        <Button
          kind="quiet"
          class="justify-self-start"
          onClick={() => {
            byPassword.value = false;
          }}
        >
          {words.usePin}
        </Button>
      )}
    </div>
  );
}
