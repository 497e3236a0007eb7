import { Card } from "../components/card.tsx";
import { t } from "../i18n/language.ts";
import { ExportSection } from "./export-section.tsx";
import { ImportSection } from "./import-section.tsx";

/** Unsent work as one file, out of this tablet and into the system (O12, O14). */
export function RescueCard() {
  return (
    <Card title={t().rescue.title}>
      <div class="grid gap-5">
        <ExportSection />
        <ImportSection />
      </div>
    </Card>
  );
}
