import { useSignal } from "@preact/signals";
import { Check, CircleDashed, ClipboardCheck, TriangleAlert } from "lucide";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { Icon } from "../components/icon.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { readSettings } from "../db/settings.ts";
import { dateTime } from "../i18n/format.ts";
import { readyWords } from "../i18n/ready-words.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { gatherReadiness } from "./gather-readiness.ts";
import { type ReadyFacts, type ReadyState, readyLines } from "./ready-lines.ts";

const MARKS: Record<ReadyState, { icon: typeof Check; tone: string }> = {
  ready: { icon: Check, tone: "text-bai" },
  "to-do": { icon: TriangleAlert, tone: "text-din" },
  unknown: { icon: CircleDashed, tone: "text-ink2" },
};

/** พร้อมลงพื้นที่: with one tap, whether this tablet has what a day without signal needs. */
export function ReadyCard() {
  const services = useServices();
  const person = useCurrentPerson();
  const { db } = services;
  const lastSyncAt = useLive(async () => (await readSettings(db)).lastSyncAt, [db], null).value;
  const checking = useSignal(false);
  const found = useSignal<{ facts: ReadyFacts; reached: boolean } | null>(null);
  const words = readyWords();

  const check = async () => {
    if (checking.value) return;
    checking.value = true;
    found.value = await gatherReadiness(services, person);
    checking.value = false;
  };

  const lines = found.value ? readyLines(found.value.facts) : [];
  return (
    <Card title={words.title}>
      <div role="status">
        {found.value ? (
          <p class="mb-2 font-bold">{verdict(lines.map(({ state }) => state))}</p>
        ) : (
          <p class="text-ink2">{words.about}</p>
        )}
        {found.value?.reached === false && <p class="mb-2 text-ink2">{words.noContact}</p>}
        <ul class="ready-list">
          {lines.map(({ state, words: said }) => (
            <li key={said}>
              <Icon node={MARKS[state].icon} size={22} class={MARKS[state].tone} />
              <span>
                <span class="sr-only">{words.states[state]}: </span>
                {said}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Button
        icon={ClipboardCheck}
        class="mt-3"
        aria-disabled={checking.value}
        onClick={() => void check()}
      >
        {checking.value ? words.checking : found.value ? words.again : words.check}
      </Button>
      <p class="ready-foot text-ink2">
        {lastSyncAt ? words.lastSync(dateTime(lastSyncAt)) : words.neverSynced}
      </p>
    </Card>
  );
}

function verdict(states: readonly ReadyState[]): string {
  const words = readyWords();
  const toDo = states.filter((state) => state === "to-do").length;
  if (toDo > 0) return words.toDo(toDo);
  return states.includes("unknown") ? words.asFarAsKnown : words.allReady;
}
