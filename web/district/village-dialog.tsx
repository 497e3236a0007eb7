import { useState } from "preact/hooks";
import type { AreaCode } from "../../shared/area.ts";
import { LIMITS } from "../../shared/submission-rules.ts";
import { compareThai } from "../../shared/thai-collation.ts";
import { graphemeCount, normaliseThai } from "../../shared/thai-text.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { SelectField } from "../components/select-field.tsx";
import { TextField } from "../components/text-field.tsx";
import { typedNumber } from "../components/typed-number.ts";
import type { AreaRow } from "../db/rows.ts";
import { t } from "../i18n/language.ts";
import { areaName } from "./area-options.ts";

type VillageDialogProps = {
  areas: readonly AreaRow[];
  onAdd: (code: AreaCode, name: string) => void;
  onClose: () => void;
};

const MAX_NUMBER = 99;

/** Names a village that the list does not have; it counts at once, the province confirms it later. */
export function VillageDialog({ areas, onAdd, onClose }: VillageDialogProps) {
  const tambons = areas.filter(({ level }) => level === "tambon");
  const [tambon, setTambon] = useState(tambons.length === 1 ? (tambons[0]?.code ?? "") : "");
  const [number, setNumber] = useState("");
  const [name, setName] = useState("");
  const [wasTried, setTried] = useState(false);
  const { form, fields, actions } = t();

  const typed = typedNumber(number) ?? 0;
  const isNumber = typed >= 1 && typed <= MAX_NUMBER;
  const code = `${tambon}${String(typed).padStart(2, "0")}`;
  const known = areas.find((area) => area.code === code);
  const tidyName = normaliseThai(name);
  const isTooLong = graphemeCount(tidyName) > LIMITS.villageName;
  const problems = {
    tambon: tambon === "" ? fields.problems.required : undefined,
    number: isNumber ? known && form.village.known(areaName(known)) : fields.between(1, MAX_NUMBER),
    name: isTooLong
      ? fields.tooLong(String(LIMITS.villageName))
      : tidyName === ""
        ? fields.problems.required
        : undefined,
  };
  const add = () => {
    setTried(true);
    if (problems.tambon || problems.number || problems.name) return;
    onAdd(code, tidyName);
    onClose();
  };
  const shown = wasTried ? problems : undefined;
  return (
    <Dialog
      open
      title={form.village.add}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{actions.cancel}</Button>
          <Button kind="primary" onClick={add}>
            {actions.add}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <p class="text-ink2">{form.village.detail}</p>
        <SelectField
          label={form.village.tambon}
          options={tambons
            .map((area) => ({ value: area.code, label: areaName(area) }))
            .sort((a, b) => compareThai(a.label, b.label))}
          value={tambon}
          onChange={setTambon}
          error={shown?.tambon}
          required
        />
        <TextField
          label={form.village.number}
          value={number}
          onInput={setNumber}
          inputMode="numeric"
          autocomplete="off"
          error={shown?.number}
          required
        />
        <TextField
          label={form.village.name}
          value={name}
          onInput={setName}
          autocomplete="off"
          error={isTooLong ? problems.name : shown?.name}
          required
        />
      </div>
    </Dialog>
  );
}
