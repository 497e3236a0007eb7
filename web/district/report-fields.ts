import type { Assignment } from "../../shared/assignment.ts";
import { t } from "../i18n/language.ts";

/** The fields of the report form, by path. */
export function reportFields({ outputs, project }: Assignment): string[] {
  return [
    ...outputs.map(({ id }) => `outputs.${id}`),
    ...project.steps.map(({ id }) => `steps.${id}`),
    "successPoints",
    "areaCodes",
    "attachments",
    "activity.from",
    "activity.to",
  ];
}

/** What a field is called, for the list of what keeps a report from being sent. */
export function fieldName(path: string, { outputs, project }: Assignment): string {
  const { form } = t();
  const output = outputs.find(({ id }) => path === `outputs.${id}`);
  if (output) return form.achieved(output.indicator);
  const step = project.steps.find(({ id }) => path === `steps.${id}`);
  if (step) return form.progressOf(step.name);
  const names: Record<string, string> = {
    successPoints: form.successPoints,
    areaCodes: form.areas,
    attachments: form.attachments,
    "activity.from": `${form.activity} ${form.from}`,
    "activity.to": `${form.activity} ${form.to}`,
  };
  return names[path] ?? path;
}
