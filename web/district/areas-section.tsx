import { MapPinned } from "lucide";
import { useMemo } from "preact/hooks";
import { ButtonLink } from "../components/button.tsx";
import { SeveralOfMany } from "../components/several-of-many.tsx";
import { areasHref } from "../form-href.ts";
import { t } from "../i18n/language.ts";
import { ActivityDates } from "./activity-dates.tsx";
import { AddVillage } from "./add-village.tsx";
import { areaOptions, choosesVillages } from "./area-options.ts";
import { FormField } from "./form-field.tsx";
import { FormSection } from "./form-section.tsx";
import type { FormView } from "./form-view.ts";
import { useAreas } from "./use-areas.ts";

/** พื้นที่ดำเนินการ, and when the activity was held there. */
export function AreasSection({ view }: { view: FormView }) {
  const { assignment, body, readOnly } = view;
  const { form, area } = t();
  const { areaLevel } = assignment.project;
  const areas = useAreas(assignment);
  const options = useMemo(
    () => areaOptions(areas, areaLevel, body.newVillages),
    [areas, areaLevel, body.newVillages],
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
          hint={areas.length === 0 ? form.areasMissing : undefined}
          error={view.problemAt("areaCodes")}
          readOnly={readOnly}
        />
        {!readOnly && choosesVillages(areaLevel) && areas.length > 0 && (
          <AddVillage
            areas={areas}
            onAdd={(code, name) =>
              view.change({
                areaCodes: [...new Set([...chosen, code])].sort(),
                newVillages: { ...body.newVillages, [code]: name },
              })
            }
          />
        )}
      </FormField>
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
