import { useSignal } from "@preact/signals";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/text-field.tsx";
import { enterPerson, readSettings } from "../db/settings.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";

export function SignInScreen() {
  const { db, transport, sync, now } = useServices();
  const username = useSignal("");
  const password = useSignal("");
  const error = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const signIn = async () => {
    if (busy.value) return;
    busy.value = true;
    const { deviceId } = await readSettings(db);
    const session = await transport.signIn({
      username: username.value.trim(),
      password: password.value,
      deviceId,
    });
    busy.value = false;
    if (session.ok) {
      await enterPerson(db, session.value, now());
      sync.wake();
    } else error.value = t().errors.unreachable;
  };
  const words = t().signIn;
  return (
    <main>
      <h1 class="text-page">{words.title}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <TextField
          label={words.username}
          name="username"
          autocomplete="username"
          value={username.value}
          onInput={(value) => {
            username.value = value;
          }}
        />
        <TextField
          label={words.password}
          name="password"
          secret
          autocomplete="current-password"
          value={password.value}
          error={error.value}
          onInput={(value) => {
            password.value = value;
          }}
        />
        <Button kind="primary" type="submit">
          {words.title}
        </Button>
      </form>
    </main>
  );
}
