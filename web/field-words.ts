import type { AreaBody } from "../shared/area-record.ts";
import type { Assignment } from "../shared/assignment.ts";
import type { ReportBody } from "../shared/report.ts";
import type { SubmissionContent } from "../shared/submission.ts";
import { baht, count, shortDate } from "./i18n/format.ts";
import { t } from "./i18n/language.ts";

/** What the things of a content are called: those of its plan, and the areas. */
export type Named = { assignment: Assignment; nameOf: (areaCode: string) => string };

/** What one field of a content says, as people read it; where it says nothing, that it does. */
export function fieldWords(path: string, content: SubmissionContent, named: Named): string {
  return saidWords(path, content, named) || t().conflict.nothing;
}

/** The same; "" where it says nothing. */
export function saidWords(
  path: string,
  { body, attachments }: SubmissionContent,
  named: Named,
): string {
  const [part = "", id = ""] = path.split(".");
  if (part === "attachments") {
    const attachment = attachments.find(({ sha256 }) => sha256 === id);
    return attachment?.caption ?? attachment?.name ?? "";
  }
  if (body === null) return part === "body" ? t().conflict.removed : "";
  return "steps" in body ? reportWords(part, id, body, named) : recordWords(part, id, body, named);
}

function reportWords(part: string, id: string, body: ReportBody, named: Named): string {
  switch (part) {
    case "outputs": {
      const entered = body.outputs[id];
      const { outputs } = named.assignment;
      const unit = outputs.find((output) => output.id === id)?.unit ?? "";
      return entered === undefined ? "" : `${count(entered)} ${unit}`.trim();
    }
    case "steps": {
      const percent = body.steps[id];
      return percent === undefined ? "" : `${percent}%`;
    }
    case "successPoints":
      return body.successPoints;
    case "areaCodes":
      return body.areaCodes.map((code) => body.newVillages[code] ?? named.nameOf(code)).join(", ");
    case "newVillages":
      return body.newVillages[id] ?? "";
    case "activity":
      return body.activity
        ? `${shortDate(body.activity.from)} – ${shortDate(body.activity.to)}`
        : "";
    default:
      return "";
  }
}

function recordWords(part: string, id: string, body: AreaBody, { nameOf }: Named): string {
  switch (part) {
    case "areaCode":
      return body.newVillages[body.areaCode] ?? nameOf(body.areaCode);
    case "newVillages":
      return body.newVillages[id] ?? "";
    case "venue":
    case "targetGroup":
    case "result":
    case "costReason":
      return body[part];
    case "participants":
      return `${count(body.participants.total)} ${t().area.peopleUnit}`;
    case "heldOn":
      return body.heldOn ? shortDate(body.heldOn) : "";
    case "costSatang":
      return `${baht(body.costSatang)} ${t().area.baht}`;
    case "position":
      return body.position ? `${body.position.latitude}, ${body.position.longitude}` : "";
    default:
      return body.venue;
  }
}
