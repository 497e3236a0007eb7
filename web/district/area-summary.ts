import type { AreaDraft } from "../../shared/area-record.ts";
import { areaTotals, excessSatang } from "../../shared/area-totals.ts";
import type { Attachment } from "../../shared/attachment.ts";
import { baht, bytes, count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { AreaRecord } from "./area-records.ts";
import type { FormView } from "./form-view.ts";

/** What an area record says, in the four lines of the question before it is kept (R42). */
export function areaSummary(
  { body }: FormView<AreaDraft>,
  name: string,
  attached: readonly Attachment[],
) {
  const { area, form, files } = t();
  const sizeBytes = attached.reduce((sum, file) => sum + file.sizeBytes, 0);
  return [
    { label: form.areasShort, value: name },
    { label: area.people, value: area.peopleCount(count(body.participants.total ?? 0)) },
    { label: area.costShort, value: `${baht(body.costSatang ?? 0)} ${area.baht}` },
    { label: form.attachments, value: files.count(attached.length, bytes(sizeBytes)) },
  ];
}

type Beside = { submissionId: string; records: readonly AreaRecord[]; refusedFiles: number };

/** Worth a second look, and no reason to stop: more than the allotment (R41), files left behind. */
export function areaWarning(
  { assignment, body }: FormView<AreaDraft>,
  { submissionId, records, refusedFiles }: Beside,
): string | undefined {
  const { area, form } = t();
  const others = records.filter((record) => record.submissionId !== submissionId);
  const all = [...others.map((record) => record.body), body];
  const excess = excessSatang(areaTotals(all).costSatang, assignment.allotmentSatang);
  const warnings = [
    ...(excess > 0 ? [area.overAllotment(all.length, baht(excess))] : []),
    ...(refusedFiles > 0 ? [form.refusedStay(refusedFiles)] : []),
  ];
  return warnings.length > 0 ? warnings.join(" · ") : undefined;
}
