import { useSignal } from "@preact/signals";
import { LogOut } from "lucide";
import { Button } from "../components/button.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { signOut } from "../session.ts";
import { usePending } from "../sync-line.ts";

/** The way out, which says first that nothing is left behind by it (O9). */
export function SignOutCard() {
  const services = useServices();
  const { db } = services;
  const { id } = useCurrentPerson();
  const asking = useSignal(false);
  const pending = usePending();
  const drafts = useLive(
    () => db.drafts.where(":id").between([id], [id, []]).count(),
    [db, id],
    0,
  ).value;
  const { profile } = t();
  return (
    <div>
      <Button
        icon={LogOut}
        onClick={() => {
          asking.value = true;
        }}
      >
        {profile.signOut}
      </Button>
      <ConfirmDialog
        open={asking.value}
        title={profile.signOutTitle}
        detail={profile.signOutDetail}
        facts={[
          {
            label: profile.waitingItems,
            value: profile.items(pending.mutations + pending.files),
          },
          { label: profile.draftsHere, value: profile.items(drafts) },
        ]}
        warning={profile.signInNeedsSignal}
        confirmLabel={profile.signOut}
        onConfirm={() => void signOut(services)}
        onCancel={() => {
          asking.value = false;
        }}
      />
    </div>
  );
}
