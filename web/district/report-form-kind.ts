import { merge } from "../../shared/merge.ts";
import type { ReportBody } from "../../shared/report.ts";
import type { FormKind } from "./form-kind.ts";
import { reportBodyOf } from "./report-content.ts";

export const reportForm: FormKind<ReportBody> = {
  kind: "report",
  readBody: reportBodyOf,
  mergeBody({ base, mine, theirs }) {
    const content = (body: ReportBody) => ({ body, attachments: [] });
    const sides = { base: content(base), mine: content(mine), theirs: content(theirs) };
    return reportBodyOf(merge("report", sides).content.body);
  },
};
