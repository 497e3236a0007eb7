import type { Assignment } from "../shared/assignment.ts";

/** The project's own name: the last of the hierarchy it stands in (R23). */
export function projectName({ project }: Pick<Assignment, "project">): string {
  return project.path.at(-1)?.name ?? project.code;
}
