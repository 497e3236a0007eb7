import { useSignal } from "@preact/signals";
import { KeyRound, LogOut, Users } from "lucide";
import { calledName } from "../called-name.ts";
import { Avatar } from "../components/avatar.tsx";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { leavePerson } from "../db/settings.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { type PersonHere, peopleHere } from "./people-here.ts";
import { PinDialog } from "./pin-dialog.tsx";
import { SignOutDialog } from "./sign-out-dialog.tsx";
import { unsentWords } from "./unsent-words.ts";

const nobody: PersonHere[] = [];

/** Who shares this tablet, what of each is on it alone, and the ways to hand it on. */
export function PeopleCard() {
  const { db } = useServices();
  const { id } = useCurrentPerson();
  const people = useLive(() => peopleHere(db), [db], nobody).value;
  const asking = useSignal<"pin" | "pin-to-hand-over" | "sign-out" | null>(null);
  const me = people.find((person) => person.id === id);
  const { profile } = t();
  if (!me) return null;

  const ask = (question: typeof asking.value) => () => {
    asking.value = question;
  };
  // The session stays for whoever it belongs to.
  const handOver = () => void leavePerson(db);
  const handingOver = asking.value === "pin-to-hand-over";
  return (
    <Card title={profile.people}>
      <ul class="people-here">
        {people.map((person) => (
          <li key={person.id}>
            <Avatar name={calledName(person.displayName)} quiet={person.id !== id} />
            <span class="min-w-0">
              <b class="block">{calledName(person.displayName)}</b>
              <span class="text-ink2">{unsentWords(person) || profile.nothingUnsent}</span>
            </span>
          </li>
        ))}
      </ul>
      <div class="people-actions">
        <Button icon={Users} onClick={me.hasPin ? handOver : ask("pin-to-hand-over")}>
          {profile.handOver}
        </Button>
        <Button icon={KeyRound} onClick={ask("pin")}>
          {me.hasPin ? profile.changePin : profile.setPin}
        </Button>
        <Button icon={LogOut} onClick={ask("sign-out")}>
          {profile.signOut}
        </Button>
      </div>
      <PinDialog
        open={asking.value === "pin" || handingOver}
        personId={id}
        hasPin={me.hasPin}
        onClose={ask(null)}
        {...(handingOver ? { onDone: handOver } : {})}
      />
      <SignOutDialog open={asking.value === "sign-out"} person={me} onCancel={ask(null)} />
    </Card>
  );
}
