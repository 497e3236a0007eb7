import { useSignal } from "@preact/signals";
import { Download } from "lucide";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { countFindings } from "../db/findings.ts";
import { dropOrphans } from "../db/orphan-files.ts";
import { readRow } from "../db/read-row.ts";
import type { AppDb } from "../db/schema.ts";
import { t } from "../i18n/language.ts";
import { rescueWords } from "../i18n/rescue-words.ts";
import { useLive } from "../live.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { saveFile } from "./hand-over.ts";

/** What the look at this tablet found (O15), and what a person can do about it; nothing where all is well. */
export function DamageCard() {
  const { db, findings } = useServices();
  const names = useLive(() => namesIn(db), [db], new Map<string | undefined, string>()).value;
  const isSaved = useSignal(false);
  const rescue = rescueWords();
  const { unreadable, orphans } = findings.value;

  const save = async () => {
    for (const sha256 of orphans) {
      const file = await readRow(db, db.files, sha256);
      if (!file.ok || !file.value) continue;
      const { bytes, mediaType } = file.value;
      const blob = new Blob([bytes], { type: mediaType });
      saveFile(blob, `bpm-${sha256.slice(0, 8)}${ending(mediaType)}`);
    }
    isSaved.value = true;
  };
  const drop = async () => {
    const dropped = await dropOrphans(db, orphans);
    if (dropped.ok) findings.value = { unreadable, orphans: [] };
  };

  if (countFindings(findings.value) === 0) return null;
  return (
    <Card title={t().app.damaged}>
      {unreadable.length > 0 && (
        <>
          <p>{rescue.unreadable(unreadable.length)}</p>
          <ul class="my-2 font-bold">
            {unreadable.map(({ id, store, assignmentId, authorId }) => (
              <li key={store + id}>
                <ThaiText>
                  {[rescue.unreadableKinds[store], names.get(assignmentId), names.get(authorId)]
                    .filter((name) => name)
                    .join(" · ")}
                </ThaiText>
              </li>
            ))}
          </ul>
          <p class="mb-4">
            <a class="text-link" href="/recovery.html">
              {t().start.recover}
            </a>
          </p>
        </>
      )}
      {orphans.length > 0 && (
        <>
          <p>{rescue.orphans(orphans.length)}</p>
          <div class="mt-3 flex flex-wrap gap-2">
            <Button icon={Download} onClick={() => void save()}>
              {rescue.save}
            </Button>
            {isSaved.value && (
              <Button kind="warm" onClick={() => void drop()}>
                {t().actions.remove}
              </Button>
            )}
          </div>
        </>
      )}
      <p role="status">{isSaved.value && rescue.saved}</p>
    </Card>
  );
}

/** Of the projects and the people this tablet knows, by their ids. */
async function namesIn(db: AppDb): Promise<Map<string | undefined, string>> {
  const names = new Map<string | undefined, string>();
  for (const assignment of await db.assignments.toArray()) {
    names.set(assignment.id, projectName(assignment));
  }
  for (const { id, displayName } of await db.people.toArray()) names.set(id, displayName);
  return names;
}

/** Of photos and PDFs; the browser knows the ending of the others by their type. */
function ending(mediaType: string): string {
  const [, subtype = ""] = mediaType.split("/");
  return /^[a-z]{3,4}$/.test(subtype) ? `.${subtype}` : "";
}
