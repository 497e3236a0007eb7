import { Check, TriangleAlert } from "lucide";
import { useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { areaTotals, excessSatang } from "../../shared/area-totals.ts";
import { Button } from "../components/button.tsx";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { TextArea } from "../components/text-area.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { submitRecords } from "../db/submit-records.ts";
import { withRoom } from "../db/with-room.ts";
import { areasHref } from "../form-href.ts";
import { baht } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { th } from "../i18n/th.ts";
import { useServices } from "../services.ts";
import { areaOptions } from "./area-options.ts";
import type { AreaPaneProps } from "./area-pane.tsx";
import { readPasted } from "./area-paste.ts";
import { DraftLine } from "./draft-line.tsx";
import { columnWords, PastedRows } from "./pasted-rows.tsx";
import { writeCells } from "./spreadsheet-cells.ts";
import { type OpenPaste, usePastedText } from "./use-pasted-text.ts";
import { refusalWords } from "./use-submit.ts";

/** Several areas at once: rows from a spreadsheet, looked at one by one before any is kept. */
export function PasteAreas(pane: AreaPaneProps) {
  const { id: authorId } = useCurrentPerson();
  const held = usePastedText({ authorId, assignmentId: pane.assignment.id });
  if (held.kind === "opening") return null;
  if (held.kind === "open") return <PastedTable {...pane} {...held} />;
  return (
    <Notice tone="krang" icon={TriangleAlert} title={t().form.cannotOpen}>
      {t().form.notSaved[held.reason]}
    </Notice>
  );
}

function PastedTable({
  assignment,
  records,
  areas,
  options,
  villages,
  undo,
  session,
  state,
}: AreaPaneProps & OpenPaste) {
  const { db, now, sync } = useServices();
  const { id: authorId } = useCurrentPerson();
  const { route } = useLocation();
  const { form: pasted, status } = state.value;
  const text = pasted.body;
  const setText = (body: string) => session.edit({ body });
  const [isAsking, setAsking] = useState(false);
  const recorded = records.map(({ body }) => body);
  const { head, rows } = useMemo(
    () =>
      readPasted(text, {
        assignment,
        options: areaOptions(areas, assignment.project.areaLevel, villages, th),
        villages,
        recorded: records.map(({ body }) => body),
      }),
    [text, assignment, areas, villages, records],
  );
  const good = rows.filter(({ problems }) => problems.length === 0);
  const left = rows.filter(({ problems }) => problems.length > 0);
  const { area, dialogs, form } = t();
  const { paste } = area;
  const totals = areaTotals(good.map(({ body }) => body));
  const all = areaTotals([...recorded, ...good.map(({ body }) => body)]);
  const excess = excessSatang(all.costSatang, assignment.allotmentSatang);
  const warnings = [
    ...(excess > 0 ? [area.overAllotment(recorded.length + good.length, baht(excess))] : []),
    ...(left.length > 0 ? [paste.left(left.length)] : []),
  ];

  const take = async () => {
    setAsking(false);
    const bodies = good.map(({ body }) => body);
    const taken = await withRoom(db, () =>
      submitRecords(db, { authorId, assignmentId: assignment.id, bodies, now: now() }),
    );
    if (!taken.ok) {
      undo.say(refusalWords(taken.error));
      return;
    }
    sync.wake();
    undo.say(paste.taken(taken.value));
    const rest = [...(head ? [head] : []), ...left.map(({ cells }) => cells)];
    setText(left.length === 0 ? "" : writeCells(rest));
    if (left.length === 0) route(areasHref(assignment.id));
  };
  const fix = (number: number | undefined) =>
    setText(
      writeCells([
        ...(head ? [head] : []),
        ...rows.map((row) =>
          number === undefined || number === row.number
            ? row.fixes.reduce<readonly string[]>(
                (cells, { at, text: fixed }) => cells.with(at, fixed),
                row.cells,
              )
            : row.cells,
        ),
      ]),
    );

  return (
    <div class="area-form" onFocusOut={() => void session.flush()}>
      <h1 class="text-page">{paste.title}</h1>
      <p>{paste.detail}</p>
      <p class="text-ink2">
        {paste.columns}: {columnWords().join(" | ")}
      </p>
      <TextArea label={paste.rows} value={text} onInput={setText} />
      <DraftLine status={status} />
      {rows.length > 0 && <PastedRows rows={rows} options={options} onFix={fix} />}
      {good.length > 0 && (
        <div>
          <Button kind="primary" icon={Check} onClick={() => setAsking(true)}>
            {paste.take(good.length)}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={isAsking}
        title={dialogs.confirmSave}
        facts={[
          { label: form.areasShort, value: form.areasChosen(good.length) },
          { label: area.people, value: area.peopleCount(String(totals.people)) },
          { label: area.costShort, value: `${baht(totals.costSatang)} ${area.baht}` },
        ]}
        {...(warnings.length > 0 ? { warning: warnings.join(" · ") } : {})}
        onConfirm={() => void take()}
        onCancel={() => setAsking(false)}
      />
    </div>
  );
}
