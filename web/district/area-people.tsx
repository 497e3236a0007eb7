import type { AreaDraft } from "../../shared/area-record.ts";
import { LIMITS } from "../../shared/submission-rules.ts";
import { NumberField } from "../components/number-field.tsx";
import { t } from "../i18n/language.ts";
import { FormField } from "./form-field.tsx";
import type { FormView } from "./form-view.ts";

type People = AreaDraft["participants"];

/** จำนวนกี่คน: men and women where they were counted, and everyone. */
export function AreaPeople({ view }: { view: FormView<AreaDraft> }) {
  const { area } = t();
  const { participants } = view.body;
  const parts = { men: area.men, women: area.women, total: area.total };
  const change = (changed: Partial<People>) =>
    view.change({ participants: addedUp({ ...participants, ...changed }, changed) });
  return (
    <fieldset class="area-people">
      <legend class="field-label">{area.people}</legend>
      {(["men", "women", "total"] as const).map((part) => (
        <FormField key={part} view={view} path={`participants.${part}`}>
          <NumberField
            label={parts[part]}
            required={part === "total" && !view.readOnly}
            unit={area.peopleUnit}
            max={LIMITS.number}
            value={participants[part]}
            onChange={(people) => change({ [part]: people })}
            typed={view.typed[`participants.${part}`]}
            onTyped={(text) => view.changeTyped(`participants.${part}`, text)}
            error={view.problemAt(`participants.${part}`)}
            readOnly={view.readOnly}
          />
        </FormField>
      ))}
    </fieldset>
  );
}

/** Once both are counted the total follows them, until it is typed itself. */
function addedUp(people: People, { total }: Partial<People>): People {
  const { men, women } = people;
  return total === undefined && men !== null && women !== null
    ? { ...people, total: men + women }
    : people;
}
