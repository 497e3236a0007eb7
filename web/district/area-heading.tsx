import { Trash2 } from "lucide";
import { useState } from "preact/hooks";
import type { AreaCode } from "../../shared/area.ts";
import type { AreaDraft } from "../../shared/area-record.ts";
import { Button, IconButton } from "../components/button.tsx";
import { SeveralOfMany } from "../components/several-of-many.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { AddVillage } from "./add-village.tsx";
import { areaNameOf, choosesVillages } from "./area-options.ts";
import type { AreaPaneProps } from "./area-pane.tsx";
import { FormField } from "./form-field.tsx";
import type { FormView } from "./form-view.ts";
import { type SubmissionView, stateOf } from "./read-submission.ts";
import { villageNamed } from "./villages-added.ts";

type AreaHeadingProps = Pick<AreaPaneProps, "areas" | "options" | "villages"> & {
  view: FormView<AreaDraft>;
  submission: SubmissionView;
  /** Absent in a form that is only read. */
  onRemove?: () => void;
};

/** Which area, with what tells it from others of its name; chosen here, and changed here. */
export function AreaHeading({ view, submission, onRemove, ...choice }: AreaHeadingProps) {
  const { sync } = useServices();
  const [isChanging, setChanging] = useState(false);
  const { areas, options, villages } = choice;
  const { area, form } = t();
  const { areaCode } = view.body;
  const state = stateOf(submission, sync.status.value.sending);
  const chosen = options.find(({ value }) => value === areaCode);
  const choose = (code: AreaCode | null, known = villages) => {
    view.change({ areaCode: code, newVillages: villageNamed(known, code) });
    setChanging(false);
  };
  const isChoosing = !view.readOnly && (areaCode === null || isChanging);
  return (
    <header class="area-heading">
      <div class="min-w-0 flex-1">
        <h1 class="text-page">
          <ThaiText>{areaNameOf(options, areaCode)}</ThaiText>{" "}
          {chosen && <small class="text-ink2">{chosen.detail}</small>}
        </h1>
        <StatusChip status={state.kind} count={state.count} />
      </div>
      {!view.readOnly && !isChoosing && (
        <Button onClick={() => setChanging(true)}>{area.changeArea}</Button>
      )}
      {onRemove && <IconButton icon={Trash2} label={area.remove} onClick={onRemove} />}
      <div class="basis-full" hidden={!isChoosing}>
        <FormField view={view} path="areaCode">
          <SeveralOfMany
            label={form.areasShort}
            placeholder={form.areasSearch}
            options={options}
            chosen={areaCode === null ? [] : [areaCode]}
            onlyOne
            required
            onChange={([code = null]) => choose(code)}
            hint={options.length === 0 ? form.areasMissing : undefined}
            error={view.problemAt("areaCode")}
          />
          {choosesVillages(view.assignment.project.areaLevel) && areas.length > 0 && (
            <AddVillage areas={areas} onAdd={(code, name) => choose(code, { [code]: name })} />
          )}
        </FormField>
      </div>
    </header>
  );
}
