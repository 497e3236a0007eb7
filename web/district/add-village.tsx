import { Plus } from "lucide";
import { useState } from "preact/hooks";
import type { AreaCode } from "../../shared/area.ts";
import { Button } from "../components/button.tsx";
import type { AreaRow } from "../db/rows.ts";
import { t } from "../i18n/language.ts";
import { VillageDialog } from "./village-dialog.tsx";

type AddVillageProps = {
  areas: readonly AreaRow[];
  onAdd: (code: AreaCode, name: string) => void;
};

/** Below a choice of areas: the way to one that the list does not have. */
export function AddVillage({ areas, onAdd }: AddVillageProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <div class="mt-3">
      <Button kind="quiet" icon={Plus} onClick={() => setAdding(true)}>
        {t().form.village.add}
      </Button>
      {isAdding && <VillageDialog areas={areas} onAdd={onAdd} onClose={() => setAdding(false)} />}
    </div>
  );
}
