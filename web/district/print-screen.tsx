import { useRoute } from "preact-iso";
import { useCurrentPerson } from "../current-person.ts";
import { paperWords } from "../i18n/paper-words.ts";
import { useLive } from "../live.ts";
import { PrintView } from "../print/print-view.tsx";
import type { PrintedReport } from "../print/printed-report.ts";
import { useServices } from "../services.ts";
import { NoSuchReport } from "./no-such-report.tsx";
import { readPrinted } from "./printed-report.ts";
import { usePhotoUrl } from "./use-photo-url.ts";

/** The report on paper, as this tablet knows it: drafts too, and without a network. */
export function PrintScreen() {
  const { db } = useServices();
  const person = useCurrentPerson();
  const { assignmentId = "" } = useRoute().params;
  const found = useLive<PrintedReport | "none" | undefined>(
    async () => (await readPrinted(db, person, assignmentId)) ?? "none",
    [db, person, assignmentId],
    undefined,
  ).value;
  if (found === "none") return <NoSuchReport />;
  if (!found) return null;
  return (
    <PrintView
      report={found}
      backHref={`/reports/${assignmentId}`}
      picture={({ sha256 }, alt) => <TabletPhoto sha256={sha256} alt={alt} />}
    />
  );
}

function TabletPhoto({ sha256, alt }: { sha256: string; alt: string }) {
  const src = usePhotoUrl(sha256, "whole");
  return src ? <img src={src} alt={alt} /> : <span>{paperWords().photoMissing}</span>;
}
