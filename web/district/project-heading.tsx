import type { Project } from "../../shared/project.ts";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import type { SubmissionState } from "../db/report-state.ts";
import { t } from "../i18n/language.ts";

/** What a project is called, under all it is part of (R23), and how far its report has come. */
export function ProjectHeading({ project, state }: { project: Project; state: SubmissionState }) {
  const above = project.path.slice(0, -1);
  const last = project.path.at(-1);
  return (
    <div class="mb-5">
      <div class="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span class="flex flex-wrap items-center gap-x-3">
          <span class="source-badge">{project.budgetSource}</span>
          <span class="code">{project.code}</span>
        </span>
        <StatusChip status={state.kind} count={state.count} />
      </div>
      {above.length > 0 && (
        <ol class="text-ink2" aria-label={t().list.hierarchy}>
          {above.map(({ number, name }) => (
            <li key={number}>
              {number} <ThaiText>{name}</ThaiText>
            </li>
          ))}
        </ol>
      )}
      <h2 class="text-page">
        <span class="font-normal">{last?.number}</span> <ThaiText>{last?.name ?? ""}</ThaiText>
      </h2>
    </div>
  );
}
