import { shortCode } from "./budget-code.ts";
import type { DiamondState } from "./diamond.tsx";
import { Journey } from "./journey.tsx";
import type { Status } from "./status.ts";
import { StatusChip } from "./status-chip.tsx";
import { ThaiText } from "./thai-text.tsx";

type ProjectRowProps = {
  href: string;
  budgetSource: string;
  code: string;
  /** What it lies in, from the top: "6 เศรษฐกิจฐานราก" (R23). */
  parents: readonly string[];
  /** Number in the hierarchy, "6.1", and the name it belongs to. */
  number: string;
  name: string;
  status: Status;
  count?: number;
  steps: readonly DiamondState[];
  /** Overall progress, 0 to 100. */
  percent: number;
  current?: boolean;
};

/** A project in the list of forms: code, numbered name, state in words, how far it has come. */
export function ProjectRow(props: ProjectRowProps) {
  const { href, budgetSource, code, parents, number, name } = props;
  const { status, count = 0, steps, percent } = props;
  return (
    <a class="project-row" href={href} aria-current={props.current ? "true" : undefined}>
      <span class="project-line flex-wrap items-center">
        <span class="project-code">
          <b>{budgetSource}</b>
          <span class="max-sm:hidden"> · {code}</span>
          <span class="sm:hidden"> · {shortCode(code)}</span>
        </span>
        <StatusChip status={status} count={count} />
      </span>
      {parents.length > 0 && (
        <span class="clip-1 text-ink2">
          <ThaiText>{parents.join(" › ")}</ThaiText>
        </span>
      )}
      <span class="project-line items-start">
        <span class="clip-2">
          {number}{" "}
          <b>
            <ThaiText>{name}</ThaiText>
          </b>
        </span>
        <span class="project-progress">
          {percent}%
          <Journey status={status} steps={steps} />
        </span>
      </span>
    </a>
  );
}
