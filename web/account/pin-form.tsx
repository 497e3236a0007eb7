import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { FiscalYear } from "../../shared/fiscal-year.ts";
import { firstName } from "../called-name.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/text-field.tsx";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { enterWithPin } from "./enter-with-pin.ts";
import { PIN_DIGITS, readPin } from "./new-pin.ts";
import { pinProblem } from "./pin-problem.ts";

type PinFormProps = {
  person: { id: string; displayName: string };
  note: string;
  /** What the screens will show; null: always the current one. */
  fiscalYear: FiscalYear | null;
  onUsePassword: () => void;
};

/** The way back without signal, for someone who was here before. */
export function PinForm({ person, note, fiscalYear, onUsePassword }: PinFormProps) {
  const services = useServices();
  const typed = useSignal("");
  const busy = useSignal(false);
  const problem = useSignal("");
  const form = useRef<HTMLFormElement>(null);
  const { signIn } = t();

  useEffect(() => {
    if (problem.value) form.current?.querySelector("input")?.focus();
  }, [problem.value]);

  const submit = async () => {
    if (busy.value) return;
    const pin = readPin(typed.value);
    if (pin === undefined) {
      problem.value = signIn.pinProblems.digits(PIN_DIGITS);
      return;
    }
    busy.value = true;
    problem.value = "";
    const entered = await enterWithPin(services, { personId: person.id, pin, fiscalYear });
    busy.value = false;
    if (entered.ok) return;
    typed.value = "";
    problem.value = pinProblem(entered.error, Date.now());
  };

  return (
    <form
      ref={form}
      class="grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div class="pin-row">
        <TextField
          label={signIn.pinOf(firstName(person.displayName))}
          name="pin"
          inputMode="numeric"
          autocomplete="off"
          maxLength={PIN_DIGITS}
          secret
          value={typed.value}
          hint={note}
          error={problem.value || undefined}
          onInput={(value) => {
            typed.value = value;
          }}
        />
        <Button kind="primary" type="submit" class="password-submit" aria-disabled={busy.value}>
          {busy.value ? signIn.signingIn : signIn.title}
        </Button>
      </div>
      <Button kind="quiet" class="justify-self-start" onClick={onUsePassword}>
        {signIn.usePassword}
      </Button>
    </form>
  );
}
