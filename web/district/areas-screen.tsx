import { useRoute } from "preact-iso";
import { compareThai } from "../../shared/thai-collation.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { SplitView } from "../components/split-view.tsx";
import { Toasts } from "../components/toasts.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { areasHref, PASTE, pasteHref } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import { useStateSources, useSubmissionStates } from "../submission-states.ts";
import { AreaActions } from "./area-actions.tsx";
import { areaOptions } from "./area-options.ts";
import { AreaPane } from "./area-pane.tsx";
import { type AreaRecord, areaRecords } from "./area-records.ts";
import { AreaRows } from "./area-rows.tsx";
import { AreasHead } from "./areas-head.tsx";
import { NoSuchReport } from "./no-such-report.tsx";
import { PasteAreas } from "./paste-areas.tsx";
import { type AreaProject, useAreaProject } from "./use-area-project.ts";
import { useAreas } from "./use-areas.ts";
import { useUndo } from "./use-undo.ts";
import { useIsWide } from "./use-wide.ts";
import { villagesAdded } from "./villages-added.ts";

/** ข้อมูลเชิงพื้นที่ of one project (R37, R38): what was recorded, beside one record's form. */
export function AreasScreen() {
  const { assignmentId = "", submissionId } = useRoute().params;
  const project = useAreaProject(assignmentId);
  if (project === null) return <FieldFrame title={t().area.titleShort}>{null}</FieldFrame>;
  if (project === undefined) return <NoSuchReport />;
  return <Areas {...project} submissionId={submissionId} />;
}

function Areas({
  assignment,
  yearIsOpen,
  submissionId,
}: AreaProject & { submissionId: string | undefined }) {
  const stored = useStateSources();
  const states = useSubmissionStates(stored);
  const areas = useAreas(assignment);
  const isWide = useIsWide();
  const undo = useUndo();
  const { area } = t();
  const all = stored ? areaRecords(stored, states) : [];
  const records = all.filter((record) => record.assignmentId === assignment.id).sort(byArea);
  const isOpen = yearIsOpen && assignment.open;
  const villages = stored ? villagesAdded(stored, assignment.id) : {};
  const options = areaOptions(areas, assignment.project.areaLevel, villages);
  const pane = { assignment, records, areas, options, villages, undo };
  return (
    <FieldFrame
      title={projectName(assignment)}
      backHref={submissionId ? areasHref(assignment.id) : "/areas"}
    >
      <SplitView
        width="narrow"
        head={
          <AreasHead
            assignment={assignment}
            records={records}
            isTitle={submissionId === undefined}
          />
        }
        list={
          <>
            <AreaRows
              assignmentId={assignment.id}
              records={records}
              options={options}
              current={submissionId === PASTE ? undefined : submissionId}
            />
            {stored && records.length === 0 && !submissionId && (
              <EmptyState
                title={area.noneSaved}
                {...(isOpen ? { detail: area.noneSavedDetail } : {})}
              />
            )}
            {isOpen && <AreaActions {...pane} pasteHref={pasteHref(assignment.id)} />}
          </>
        }
        detail={
          submissionId === PASTE ? (
            <PasteAreas {...pane} />
          ) : submissionId ? (
            <AreaPane
              key={submissionId}
              {...pane}
              submissionId={submissionId}
              yearIsOpen={yearIsOpen}
            />
          ) : (
            isWide && records.length > 0 && <EmptyState title={area.chooseOne} />
          )
        }
      />
      <Toasts toasts={undo.toasts} onDismiss={undo.dismiss} />
    </FieldFrame>
  );
}

/** By area, as on every list; one without an area yet comes last. */
function byArea({ body: a }: AreaRecord, { body: b }: AreaRecord): number {
  return compareThai(a.areaCode ?? "\uffff", b.areaCode ?? "\uffff");
}
