import type { Assignment } from "../shared/assignment.ts";
import type { Attachment } from "../shared/attachment.ts";
import { t } from "./i18n/language.ts";

/**
 * The words of a field, by its path ("steps.s2", "attachments.<sha256>"): for conflicts, comments
 * and refused fields. A path that the project no longer has is shown by the part it belonged to.
 */
export function fieldLabel(
  path: string,
  { project, outputs }: Pick<Assignment, "project" | "outputs">,
  attachments: readonly Attachment[] = [],
): string {
  const [part = "", id = ""] = path.split(".");
  const { form, area, conflict } = t();
  switch (part) {
    case "outputs":
      return outputs.find((output) => output.id === id)?.indicator ?? form.output;
    case "steps": {
      const at = project.steps.findIndex((step) => step.id === id);
      const step = project.steps[at];
      return step ? conflict.step(at + 1, step.name) : form.steps;
    }
    case "successPoints":
      return form.successPoints;
    case "areaCodes":
    case "newVillages":
    case "areaCode":
      return form.areas;
    case "activity":
      return conflict.activity;
    case "attachments":
      return attachments.find(({ sha256 }) => sha256 === id)?.name ?? form.attachments;
    case "venue":
      return area.where;
    case "targetGroup":
      return area.targetGroup;
    case "participants":
      return area.people;
    case "result":
      return area.result;
    case "heldOn":
      return area.heldOn;
    case "costSatang":
      return area.cost;
    case "costReason":
      return area.costReason;
    case "position":
      return conflict.position;
    default:
      return conflict.wholeRecord;
  }
}
