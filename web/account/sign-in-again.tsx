import { firstName } from "../called-name.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { signIn } from "../session.ts";
import { SignInForm } from "./sign-in-form.tsx";

type SignInAgainProps = { open: boolean; onClose: () => void };

/** The session ended: signs in over the screen, which keeps everything that was typed in it. */
export function SignInAgain({ open, onClose }: SignInAgainProps) {
  const services = useServices();
  const { username, displayName } = useCurrentPerson();
  const { app, actions } = t();
  return (
    <Dialog
      open={open}
      title={app.signInAgain}
      onClose={onClose}
      footer={<Button onClick={onClose}>{actions.cancel}</Button>}
    >
      <p class="mb-4 text-ink2">{app.signInAgainAbout}</p>
      <SignInForm
        person={{ username, name: firstName(displayName) }}
        onSubmit={async (entered) => {
          const answer = await signIn(services, entered);
          if (answer.ok) onClose();
          return answer;
        }}
      />
    </Dialog>
  );
}
