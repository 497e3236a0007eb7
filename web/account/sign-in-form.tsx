import { useSignal } from "@preact/signals";
import { Eye, EyeOff } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import type { Result } from "../../shared/result.ts";
import { Button, IconButton } from "../components/button.tsx";
import { TextField } from "../components/text-field.tsx";
import { t } from "../i18n/language.ts";
import type { TransportError } from "../sync/transport-error.ts";
import { type SignInProblem, signInProblem } from "./sign-in-problem.ts";

type SignInFormProps = {
  /** Whose password is asked for; undefined: someone new, who types their name too. */
  person: { username: string; name: string } | undefined;
  /** Below the password: what waits on this tablet, say. */
  note?: string;
  onSubmit: (entered: {
    username: string;
    password: string;
  }) => Promise<Result<void, TransportError>>;
};

/** Name and password. Keeps what was typed whatever the server answers. */
export function SignInForm({ person, note, onSubmit }: SignInFormProps) {
  const username = useSignal("");
  const password = useSignal("");
  const shown = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<SignInProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { signIn, fields } = t();

  useEffect(() => {
    if (problem.value) focusField(form.current, problem.value.field);
  }, [problem.value]);

  const submit = async () => {
    if (busy.value) return;
    const entered = { username: person?.username ?? username.value, password: password.value };
    const empty = entered.username.trim() === "" ? "username" : "password";
    if (entered.username.trim() === "" || entered.password === "") {
      problem.value = { field: empty, text: fields.problems.required };
      return;
    }
    busy.value = true;
    problem.value = null;
    const answer = await onSubmit(entered);
    busy.value = false;
    if (!answer.ok) problem.value = signInProblem(answer.error, Date.now());
  };

  const errorAt = (field: SignInProblem["field"]) =>
    problem.value?.field === field ? problem.value.text : undefined;
  const passwordLabel = person ? signIn.passwordOf(person.name) : signIn.password;
  return (
    <form
      ref={form}
      class="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {person ? (
        // Password managers look for it; the person is chosen above.
        <input name="username" autocomplete="username" value={person.username} readOnly hidden />
      ) : (
        <TextField
          label={signIn.username}
          name="username"
          autocomplete="username"
          maxLength={100}
          value={username.value}
          error={errorAt("username")}
          onInput={(value) => {
            username.value = value;
          }}
        />
      )}
      <div class="password-row">
        <TextField
          label={passwordLabel}
          name="password"
          autocomplete="current-password"
          maxLength={200}
          secret={!shown.value}
          value={password.value}
          hint={note}
          error={errorAt("password") ?? (person ? errorAt("username") : undefined)}
          onInput={(value) => {
            password.value = value;
          }}
        />
        <IconButton
          icon={shown.value ? EyeOff : Eye}
          label={shown.value ? signIn.hidePassword : signIn.showPassword}
          onClick={() => {
            shown.value = !shown.value;
          }}
        />
        <Button kind="primary" type="submit" class="password-submit" aria-disabled={busy.value}>
          {busy.value ? signIn.signingIn : signIn.title}
        </Button>
      </div>
    </form>
  );
}

function focusField(form: HTMLFormElement | null, field: SignInProblem["field"]): void {
  const visible = `input[name="${field}"]:not([hidden])`;
  const target =
    form?.querySelector<HTMLInputElement>(visible) ??
    form?.querySelector<HTMLInputElement>('input[name="password"]');
  target?.focus();
}
