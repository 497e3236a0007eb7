import { Divide, TriangleAlert } from "lucide";
import type { Assignment } from "../../shared/assignment.ts";
import { percentOf, SATANG_PER_BAHT, type Satang } from "../../shared/money.ts";
import { Button } from "../components/button.tsx";
import { typedCost } from "../components/cost-field.tsx";
import { Icon } from "../components/icon.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { baht, count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";

type AllotmentWarningProps = {
  assignment: Assignment;
  excess: Satang;
  /** Every area with its cost, the one in the form last. */
  areas: readonly { name: string; costSatang: Satang }[];
  /** One area's part, to be put into the form; absent where it is only read. */
  share?: Satang;
  onShare?: (share: Satang) => void;
  onExplain?: () => void;
};

/** More parts than this are too narrow for their names. */
const NAMED = 4;

/** R41: all areas cost more than the district was allotted, and by how much. A warning, never a block. */
export function AllotmentWarning(props: AllotmentWarningProps) {
  const { assignment, excess, areas, share, onShare, onExplain } = props;
  const { area } = t();
  const { allotmentSatang, plannedAreaCount } = assignment;
  const all = areas.reduce((sum, { costSatang }) => sum + costSatang, 0);
  return (
    <div class="allotment-warning" role="status">
      <Icon node={TriangleAlert} size={24} class="text-din" />
      <div class="min-w-0 flex-1">
        <p class="font-bold">{area.overAllotment(areas.length, baht(excess))}</p>
        <div class="allotment-bar" aria-hidden="true">
          {areas.map(({ name, costSatang }, at) => (
            <span key={at} class="allotment-part" style={{ flexGrow: costSatang }}>
              {areas.length <= NAMED && (
                <span class="clip-1">
                  <ThaiText>{name}</ThaiText> {count(costSatang / SATANG_PER_BAHT)}
                </span>
              )}
            </span>
          ))}
          <span class="allotment-line" style={{ left: `${percentOf(allotmentSatang, all)}%` }} />
        </div>
        <p>{area.allotted(baht(allotmentSatang), plannedAreaCount || areas.length)}</p>
        {share !== undefined && (
          <div class="mt-3 flex flex-wrap gap-3">
            <Button icon={Divide} onClick={() => onShare?.(share)}>
              {area.shareEqually(typedCost(share))}
            </Button>
            <Button onClick={onExplain}>{area.correctWithReason}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
