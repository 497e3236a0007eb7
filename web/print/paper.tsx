import type { ComponentChildren } from "preact";
import { ThaiText } from "../components/thai-text.tsx";
import { paperWords } from "../i18n/paper-words.ts";
import { PaperAreas } from "./paper-areas.tsx";
import { PaperHead } from "./paper-head.tsx";
import { PaperPhotos } from "./paper-photos.tsx";
import { PaperOutputs, PaperSteps } from "./paper-results.tsx";
import { PaperSignatures } from "./paper-signatures.tsx";
import type { PrintedPhoto, PrintedReport } from "./printed-report.ts";

type PaperProps = {
  report: PrintedReport;
  /** Of what it says; "" while it is counted. */
  check: string;
  picture: (photo: PrintedPhoto, alt: string) => ComponentChildren;
};

/** แบบรายงานผลการดำเนินงาน: the report as the official A4 form, in black on white. */
export function Paper({ report, check, picture }: PaperProps) {
  const { successPoints } = report.body;
  const words = paperWords();
  return (
    <article class="paper">
      <PaperHead report={report} check={check} />
      <PaperOutputs {...report} />
      <PaperSteps {...report} />
      <PaperAreas {...report} />
      <section>
        <h2>{words.success}</h2>
        <p class="paper-text">
          {successPoints === "" ? words.none : <ThaiText>{successPoints}</ThaiText>}
        </p>
      </section>
      <PaperPhotos report={report} picture={picture} />
      <PaperSignatures {...report} />
    </article>
  );
}
