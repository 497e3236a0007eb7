import { t } from "../i18n/language.ts";
import { Diamond, type DiamondState } from "./diamond.tsx";
import { STATUS_LOOKS, type Status } from "./status.ts";

type JourneyTimelineProps = {
  status: Status;
  steps: readonly DiamondState[];
  /** Under each stop: its time as shown, or why it waits; undefined where there is nothing to say. */
  notes: readonly (string | undefined)[];
};

/** The journey with its stops named, for details and dialogs. */
export function JourneyTimeline({ status, steps, notes }: JourneyTimelineProps) {
  const words = t().journey;
  const stops = [words.tablet, words.sent, words.province, words.endorsed];
  return (
    <ol class={`timeline tone-${STATUS_LOOKS[status].tone}`} aria-label={words.label}>
      {stops.map((stop, at) => {
        const state = steps[at] ?? "empty";
        return (
          <li key={stop} class={`stop stop-${state}`}>
            <Diamond state={state} ticked />
            <span class="stop-name">{stop}</span>
            {notes[at] && <span class="text-ink2">{notes[at]}</span>}
          </li>
        );
      })}
    </ol>
  );
}
