import { Card } from "../components/card.tsx";
import { rescueWords } from "../i18n/rescue-words.ts";
import { ExportSection } from "./export-section.tsx";
import { ImportSection } from "./import-section.tsx";

/** Unsent work as one file, out of this tablet and into the system (O12, O14). */
export function RescueCard() {
  return (
    <Card title={rescueWords().title}>
      <div class="grid gap-5">
        <ExportSection />
        <ImportSection />
      </div>
    </Card>
  );
}
