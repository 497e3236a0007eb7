import { t } from "../i18n/language.ts";
import { Button, ButtonLink } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import type { DiamondState } from "./diamond.tsx";
import { JourneyTimeline } from "./journey-timeline.tsx";
import { SavedDiamond } from "./saved-diamond.tsx";

type SavedDialogProps = {
  open: boolean;
  /** When it was written to this tablet, as shown: "09:44 น." */
  savedAt: string;
  /** Leads to the outbox. */
  outboxHref: string;
  onClose: () => void;
};

const KEPT_HERE: readonly DiamondState[] = ["full", "empty", "empty", "empty"];

/** R34: shown only after the write has lasted, and says where the report is now. */
export function SavedDialog({ open, savedAt, outboxHref, onClose }: SavedDialogProps) {
  const { dialogs, actions, journey } = t();
  return (
    <Dialog
      open={open}
      title={dialogs.savedHere}
      onClose={onClose}
      emblem={<SavedDiamond />}
      footer={
        <>
          <ButtonLink href={outboxHref}>{dialogs.seeOutbox}</ButtonLink>
          <Button class="min-w-32" kind="primary" onClick={onClose}>
            {actions.ok}
          </Button>
        </>
      }
    >
      <p class="mb-6 text-ink2">
        {dialogs.waitsForSignal} {dialogs.closeFreely}
      </p>
      <JourneyTimeline
        status="queued"
        steps={KEPT_HERE}
        notes={[savedAt, journey.waitingForSignal, undefined, undefined]}
      />
    </Dialog>
  );
}
