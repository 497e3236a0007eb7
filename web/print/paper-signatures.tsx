import { paperWords } from "../i18n/paper-words.ts";
import { longMoment } from "./paper-head.tsx";
import type { PrintedReport } from "./printed-report.ts";

const LINE = ".".repeat(40);

/** Room for two hands: who reports, and who endorses; names where they are known. */
export function PaperSignatures({ reporter, endorsed }: PrintedReport) {
  const words = paperWords();
  return (
    <footer class="paper-signatures">
      <Signature
        as={words.reporter}
        name={reporter.name}
        below={reporter.position}
        date={words.date}
      />
      <Signature
        as={words.endorser}
        name={endorsed?.name ?? ""}
        below={endorsed ? words.endorsedOn(longMoment(endorsed.at)) : ""}
        date={words.date}
      />
    </footer>
  );
}

type SignatureProps = { as: string; name: string; below: string; date: string };

function Signature({ as, name, below, date }: SignatureProps) {
  return (
    <p>
      {paperWords().sign} {LINE} {as}
      <br />({name || LINE})
      <br />
      {below || LINE}
      <br />
      {date}
    </p>
  );
}
