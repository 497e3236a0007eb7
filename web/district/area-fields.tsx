import type { AreaDraft } from "../../shared/area-record.ts";
import { bangkokDate } from "../../shared/fiscal-year.ts";
import { BeDateField } from "../components/be-date-field.tsx";
import { joinParts, partsOfDate, readParts } from "../components/be-date-text.ts";
import { TextArea } from "../components/text-area.tsx";
import { TextField } from "../components/text-field.tsx";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { AreaCost, type AreaCostProps } from "./area-cost.tsx";
import { AreaPeople } from "./area-people.tsx";
import { FormField } from "./form-field.tsx";
import type { FormView } from "./form-view.ts";
import { PositionField } from "./position-field.tsx";

/** R39: the four questions, when, where exactly; and what it cost there (R40, R41). */
export function AreaFields({ view, ...cost }: { view: FormView<AreaDraft> } & AreaCostProps) {
  const { area } = t();
  const { body, readOnly } = view;
  return (
    <>
      <div id="where" class="area-fields form-section" data-section="where" tabIndex={-1}>
        <FormField view={view} path="venue">
          <TextField
            label={area.where}
            required={!readOnly}
            value={body.venue}
            onInput={(venue) => view.change({ venue })}
            error={view.problemAt("venue")}
            readOnly={readOnly}
          />
        </FormField>
        <HeldOn view={view} />
        <FormField view={view} path="targetGroup">
          <TextField
            label={area.targetGroup}
            required={!readOnly}
            value={body.targetGroup}
            onInput={(targetGroup) => view.change({ targetGroup })}
            error={view.problemAt("targetGroup")}
            readOnly={readOnly}
          />
        </FormField>
        <AreaPeople view={view} />
        <FormField view={view} path="result">
          <TextArea
            label={area.result}
            required={!readOnly}
            value={body.result}
            onInput={(result) => view.change({ result })}
            error={view.problemAt("result")}
            readOnly={readOnly}
          />
        </FormField>
      </div>
      <AreaCost view={view} {...cost} />
      <FormField view={view} path="position">
        <PositionField
          value={body.position}
          onChange={(position) => view.change({ position })}
          readOnly={readOnly}
        />
      </FormField>
    </>
  );
}

const HELD_ON = "heldOn";

function HeldOn({ view }: { view: FormView<AreaDraft> }) {
  const { now } = useServices();
  const { heldOn } = view.body;
  const text = view.typed[HELD_ON] ?? (heldOn ? joinParts(partsOfDate(heldOn)) : "");
  const change = (typed: string) => {
    const read = readParts(typed);
    view.changeTyped(HELD_ON, read.ok || typed === "" ? undefined : typed);
    view.change({ heldOn: read.ok ? read.value : null });
  };
  return (
    <FormField view={view} path={HELD_ON}>
      <BeDateField
        label={t().area.heldOn}
        text={text}
        today={bangkokDate(new Date(now()))}
        onText={change}
        error={view.problemAt(HELD_ON)}
        readOnly={view.readOnly}
      />
    </FormField>
  );
}
