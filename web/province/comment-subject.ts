import { isPhoto } from "../../shared/attachment.ts";
import type { ReceivedReport } from "../db/received-report.ts";
import { t } from "../i18n/language.ts";

/** What a comment is pinned to, in words: "ผลผลิต …", "รูปที่ 2"; the whole report where it is gone. */
export function commentSubject(
  field: string,
  { assignment, report }: Pick<ReceivedReport, "assignment" | "report">,
): string {
  const { form, files, province } = t();
  const photo = report.attachments.filter(isPhoto).findIndex(({ sha256 }) => sha256 === field);
  if (photo >= 0) return files.photoNumber(photo + 1);
  const attached = report.attachments.find(({ sha256 }) => sha256 === field);
  if (attached) return attached.name;
  const [part, id] = field.split(".");
  switch (part) {
    case "outputs":
      return assignment.outputs.find((output) => output.id === id)?.indicator ?? form.output;
    case "steps":
      return assignment.project.steps.find((step) => step.id === id)?.name ?? form.steps;
    case "successPoints":
      return form.successPoints;
    case "areaCodes":
    case "newVillages":
      return form.areas;
    case "activity":
      return province.activityDates;
    default:
      return province.otherSpot;
  }
}
