import { MapPinned, Plus } from "lucide";
import { useMemo, useState } from "preact/hooks";
import { Button, ButtonLink } from "../components/button.tsx";
import { SeveralOfMany } from "../components/several-of-many.tsx";
import { useCurrentPerson } from "../current-person.ts";
import type { AreaRow } from "../db/rows.ts";
import { areasHref } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { ActivityDates } from "./activity-dates.tsx";
import { areaOptions, choosesVillages, readAreas } from "./area-options.ts";
import { FormField } from "./form-field.tsx";
import { FormSection } from "./form-section.tsx";
import type { FormView } from "./form-view.ts";
import { VillageDialog } from "./village-dialog.tsx";

/** พื้นที่ดำเนินการ, and when the activity was held there. */
export function AreasSection({ view }: { view: FormView }) {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const { assignment, body, readOnly } = view;
  const { form, area } = t();
  const { areaLevel } = assignment.project;
  const [isAdding, setAdding] = useState(false);
  const areas = useLive<AreaRow[]>(
    () => readAreas(db, orgUnitCode, assignment),
    [db, orgUnitCode, assignment],
    [],
  );
  const options = useMemo(
    () => areaOptions(areas.value, areaLevel, body.newVillages),
    [areas.value, areaLevel, body.newVillages],
  );
  const chosen = body.areaCodes;
  const { plannedAreaCount } = assignment;
  return (
    <FormSection
      id="areas"
      title={form.areas}
      aside={
        plannedAreaCount > 0
          ? form.areasOfPlan(chosen.length, plannedAreaCount)
          : form.areasChosen(chosen.length)
      }
    >
      <FormField view={view} path="areaCodes">
        {chosen.length === 0 && <p class="mb-2 text-ink2">{form.areasNone}</p>}
        <SeveralOfMany
          label={form.areas}
          placeholder={form.areasSearch}
          options={options}
          chosen={chosen}
          onChange={(codes) => view.change({ areaCodes: [...codes].sort() })}
          hint={areas.value.length === 0 ? form.areasMissing : undefined}
          error={view.problemAt("areaCodes")}
          readOnly={readOnly}
        />
        {!readOnly && choosesVillages(areaLevel) && areas.value.length > 0 && (
          <div class="mt-3">
            <Button kind="quiet" icon={Plus} onClick={() => setAdding(true)}>
              {form.village.add}
            </Button>
          </div>
        )}
      </FormField>
      {isAdding && (
        <VillageDialog
          areas={areas.value}
          onAdd={(code, name) =>
            view.change({
              areaCodes: [...new Set([...chosen, code])].sort(),
              newVillages: { ...body.newVillages, [code]: name },
            })
          }
          onClose={() => setAdding(false)}
        />
      )}
      <h3 class="mt-5 mb-2 font-bold">{form.activity}</h3>
      <ActivityDates view={view} />
      {assignment.project.needsAreaData && (
        <div class="mt-5">
          <ButtonLink icon={MapPinned} href={areasHref(assignment.id)}>
            {area.show}
          </ButtonLink>
        </div>
      )}
    </FormSection>
  );
}
