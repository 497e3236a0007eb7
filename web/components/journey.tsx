import { Diamond, type DiamondState } from "./diamond.tsx";
import { STATUS_LOOKS, type Status } from "./status.ts";

type JourneyProps = {
  status: Status;
  /** Tablet, sent, province, endorsed: `journeyOf(state)` of the tablet's database. */
  steps: readonly DiamondState[];
};

/** Where a report is, in four small diamonds. Mute: the state's word always stands beside it. */
export function Journey({ status, steps }: JourneyProps) {
  return (
    <span class={`journey tone-${STATUS_LOOKS[status].tone}`} aria-hidden="true">
      {steps.map((state, at) => (
        <Diamond key={at} state={state} />
      ))}
    </span>
  );
}
