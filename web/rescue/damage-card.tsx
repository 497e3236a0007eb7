import { useSignal } from "@preact/signals";
import { Download, Trash2 } from "lucide";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { countFindings } from "../db/check-tablet.ts";
import { dropOrphans, readOrphans } from "../db/orphan-files.ts";
import type { UnreadableRow } from "../db/read-work.ts";
import { t } from "../i18n/language.ts";
import { rescueWords } from "../i18n/rescue-words.ts";
import { useLive } from "../live.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { saveFile } from "./hand-over.ts";

/** What the look at this tablet found (O15), and what a person can do about it; nothing where all is well. */
export function DamageCard() {
  const { unreadable, orphans } = useServices().findings.value;
  if (countFindings({ unreadable, orphans }) === 0) return null;
  return (
    <Card title={rescueWords().damage}>
      <div class="grid gap-5">
        {unreadable.length > 0 && <Unreadable rows={unreadable} />}
        {orphans.length > 0 && <Orphans hashes={orphans} />}
      </div>
    </Card>
  );
}

function Unreadable({ rows }: { rows: readonly UnreadableRow[] }) {
  const { db } = useServices();
  const known = useLive(
    async () => ({
      people: await db.people.toArray(),
      assignments: await db.assignments
        .where("id")
        .anyOf(rows.flatMap(({ assignmentId }) => assignmentId ?? []))
        .toArray(),
    }),
    [db, rows],
    { people: [], assignments: [] },
  ).value;
  const rescue = rescueWords();
  const nameOf = ({ store, authorId, assignmentId }: UnreadableRow) => {
    const assignment = known.assignments.find(({ id }) => id === assignmentId);
    const author = known.people.find(({ id }) => id === authorId);
    return [
      rescue.unreadableKinds[store],
      ...(assignment ? [projectName(assignment)] : []),
      ...(author ? [t().outbox.ofColleague(author.displayName)] : []),
    ].join(" · ");
  };
  return (
    <div>
      <p class="font-bold text-din">{rescue.unreadable(rows.length)}</p>
      <ul class="my-2 list-disc pl-5">
        {rows.map((row) => (
          <li key={`${row.store}-${row.id}`}>
            <ThaiText>{nameOf(row)}</ThaiText>
          </li>
        ))}
      </ul>
      <p class="text-ink2">
        {rescue.unreadableToDo}{" "}
        <a class="text-link" href="/recovery.html">
          {rescue.recoveryPage}
        </a>
      </p>
    </div>
  );
}

function Orphans({ hashes }: { hashes: readonly string[] }) {
  const { db, findings } = useServices();
  const isSaved = useSignal(false);
  const rescue = rescueWords();
  const save = async () => {
    const read = await readOrphans(db, hashes);
    if (!read.ok) return;
    for (const { sha256, bytes, mediaType } of read.value) {
      saveFile(
        new Blob([bytes], { type: mediaType }),
        `bpm-${sha256.slice(0, 8)}${ending(mediaType)}`,
      );
    }
    isSaved.value = true;
  };
  const drop = async () => {
    const dropped = await dropOrphans(db, hashes);
    if (dropped.ok) findings.value = { ...findings.value, orphans: [] };
  };
  return (
    <div>
      <p>{rescue.orphans(hashes.length)}</p>
      <div class="mt-3 flex flex-wrap gap-2">
        <Button icon={Download} onClick={() => void save()}>
          {rescue.save}
        </Button>
        {isSaved.value && (
          <Button kind="warm" icon={Trash2} onClick={() => void drop()}>
            {rescue.dropOrphans}
          </Button>
        )}
      </div>
      <p class="mt-2" role="status">
        {isSaved.value && rescue.saved}
      </p>
    </div>
  );
}

/** Of photos and PDFs; the browser knows the ending of the others by their type. */
function ending(mediaType: string): string {
  const [, subtype = ""] = mediaType.split("/");
  return /^[a-z]{3,4}$/.test(subtype) ? `.${subtype}` : "";
}
