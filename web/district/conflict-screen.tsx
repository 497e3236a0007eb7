import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { ButtonLink } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { SavedDialog } from "../components/saved-dialog.tsx";
import type { SettledRow } from "../db/rows.ts";
import { FieldFrame } from "../field-frame.tsx";
import { clock } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { ConflictCards } from "./conflict-cards.tsx";
import { HeldCard } from "./held-card.tsx";

/** What the province could not simply take: two edits of one field, or a report held with a reason. */
export function ConflictScreen({ mutationId }: { mutationId: string }) {
  const { db, now } = useServices();
  const { route } = useLocation();
  const savedAt = useSignal("");
  const row = useLive<SettledRow | null | undefined>(
    async () => (await db.settled.get(mutationId)) ?? null,
    [db, mutationId],
    undefined,
  ).value;
  const { conflict, navigation, status } = t();
  const isConflict = row?.receipt.outcome === "conflict";
  return (
    <FieldFrame title={isConflict ? status.conflict : status["needs-care"]} backHref="/outbox">
      {!savedAt.value && (row === null || row?.needsCare === 0) && (
        <>
          <h1 class="sr-only">{conflict.gone}</h1>
          <EmptyState
            title={conflict.gone}
            detail={conflict.goneDetail}
            action={<ButtonLink href="/outbox">{navigation.outbox}</ButtonLink>}
          />
        </>
      )}
      {row?.needsCare === 1 && !isConflict && <HeldCard row={row} />}
      {row?.needsCare === 1 && isConflict && (
        <ConflictCards
          row={row}
          onSubmitted={() => {
            savedAt.value = clock(now());
          }}
        />
      )}
      <SavedDialog
        open={savedAt.value !== ""}
        savedAt={savedAt.value}
        outboxHref="/outbox"
        onClose={() => route("/")}
      />
    </FieldFrame>
  );
}
