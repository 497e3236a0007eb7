import { ClipboardPaste, Copy, Plus } from "lucide";
import { useLocation } from "preact-iso";
import type { Assignment } from "../../shared/assignment.ts";
import { Button, ButtonLink } from "../components/button.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { startDraft } from "../db/drafts.ts";
import { withRoom } from "../db/with-room.ts";
import { areasHref } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import type { AreaRecord } from "./area-records.ts";
import type { Undo } from "./use-undo.ts";

type AreaActionsProps = {
  assignment: Assignment;
  records: readonly AreaRecord[];
  pasteHref: string;
  undo: Undo;
};

/** Below the records: one more, one like the last, many at once. */
export function AreaActions({ assignment, records, pasteHref, undo }: AreaActionsProps) {
  const { db, now } = useServices();
  const { id: authorId } = useCurrentPerson();
  const { route } = useLocation();
  const { area, form } = t();
  const latest = records.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  const open = (submissionId: string) => route(`${areasHref(assignment.id)}/${submissionId}`);

  const copy = async ({ body }: AreaRecord) => {
    const submissionId = crypto.randomUUID();
    // Another area, and what is true of one place only.
    const copied = { ...body, areaCode: null, position: null, costReason: "" };
    const key = { authorId, submissionId, assignmentId: assignment.id, kind: "area" as const };
    const started = await withRoom(db, () =>
      startDraft(db, { ...key, now: now(), begin: { body: copied } }),
    );
    if (started.ok) {
      undo.say(area.copied);
      open(submissionId);
    } else {
      const { kind } = started.error;
      undo.say(form.notSaved[kind === "no-assignment" ? "not-assigned" : kind]);
    }
  };

  return (
    <div class="area-actions">
      <Button icon={Plus} onClick={() => open(crypto.randomUUID())}>
        {area.add}
      </Button>
      {latest && (
        <Button icon={Copy} onClick={() => void copy(latest)}>
          {area.copyLast}
        </Button>
      )}
      <ButtonLink icon={ClipboardPaste} href={pasteHref}>
        {area.paste.title}
      </ButtonLink>
    </div>
  );
}
