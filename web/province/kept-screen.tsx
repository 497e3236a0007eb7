import { CircleCheck } from "lucide";
import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Notice } from "../components/notice.tsx";
import { keptWords } from "../i18n/kept-words.ts";
import { t } from "../i18n/language.ts";
import { PlannerFrame } from "../planner-frame.tsx";
import { KeptCard } from "./kept-card.tsx";
import { useKept } from "./use-kept.ts";

/** Work that is held or waits: why, what it says, and what can be done about it (K1, K2). */
export function KeptScreen() {
  const { work, reload } = useKept();
  const [done, setDone] = useState<string>();
  const words = keptWords();
  return (
    <PlannerFrame title={words.title} scope={work ? words.count(work.length) : ""}>
      <div role="status" class={done ? "mb-4" : ""}>
        {done && <Notice tone="bai" icon={CircleCheck} title={done} />}
      </div>
      <div class="home-column">
        {work === null && (
          <EmptyState
            title={words.needsSignal}
            detail={words.needsSignalDetail}
            action={<Button onClick={() => void reload()}>{t().actions.tryAgain}</Button>}
          />
        )}
        {work?.length === 0 && <EmptyState title={words.nothing} detail={words.nothingDetail} />}
        {work?.map((one) => (
          <KeptCard
            key={one.hash}
            work={one}
            onDecided={(said) => {
              setDone(said);
              void reload();
            }}
          />
        ))}
      </div>
    </PlannerFrame>
  );
}
