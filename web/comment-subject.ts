import type { Assignment } from "../shared/assignment.ts";
import { type Attachment, isPhoto } from "../shared/attachment.ts";
import { fieldLabel } from "./field-label.ts";
import { t } from "./i18n/language.ts";

/** What a comment is pinned to, in words: "ผลผลิต …", "รูปที่ 2"; the whole report where it is gone. */
export function commentSubject(
  field: string,
  { outputs, project }: Pick<Assignment, "project" | "outputs">,
  attachments: readonly Attachment[],
): string {
  const { form, files } = t();
  const [part, id] = field.split(".");
  const sha256 = part === "attachments" ? id : field;
  const photo = attachments.filter(isPhoto).findIndex((one) => one.sha256 === sha256);
  if (photo >= 0) return files.photoNumber(photo + 1);
  const attached = attachments.find((one) => one.sha256 === sha256);
  if (attached) return attached.name;
  switch (part) {
    case "outputs":
      return outputs.find((output) => output.id === id)?.indicator ?? form.output;
    case "steps":
      return project.steps.find((step) => step.id === id)?.name ?? form.steps;
    case "successPoints":
      return form.successPoints;
    case "areaCodes":
    case "newVillages":
      return form.areas;
    case "activity":
      return form.activity;
    case "attachments":
      return form.attachments;
    case "areaCode":
    case "venue":
    case "targetGroup":
    case "participants":
    case "result":
    case "heldOn":
    case "costSatang":
    case "costReason":
    case "position":
      return fieldLabel(field, { outputs, project });
    default:
      return form.otherSpot;
  }
}
