import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { signOut } from "../session.ts";
import type { PersonHere } from "./people-here.ts";

type SignOutDialogProps = {
  open: boolean;
  person: Pick<PersonHere, "waiting" | "drafts">;
  onCancel: () => void;
};

/** The way out for good, which says first that nothing is left behind by it (O9). */
export function SignOutDialog({ open, person, onCancel }: SignOutDialogProps) {
  const services = useServices();
  const { profile } = t();
  return (
    <ConfirmDialog
      open={open}
      title={profile.signOutTitle}
      detail={profile.signOutDetail}
      facts={[
        { label: profile.waitingItems, value: profile.items(person.waiting) },
        { label: profile.draftsHere, value: profile.items(person.drafts) },
      ]}
      warning={profile.signInNeedsSignal}
      confirmLabel={profile.signOut}
      onConfirm={() => void signOut(services)}
      onCancel={onCancel}
    />
  );
}
