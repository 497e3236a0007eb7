import { AreaDraft, emptyArea } from "../../shared/area-record.ts";
import type { Json } from "../../shared/canonical-json.ts";
import { mergeAreaDraft } from "../../shared/merge.ts";
import type { FormKind } from "./form-kind.ts";

export const areaForm: FormKind<AreaDraft> = {
  kind: "area",
  readBody: areaDraftOf,
  mergeBody: mergeAreaDraft,
};

/** A body as the form can show it; a removed record shows as an empty one. */
export function areaDraftOf(body: Json): AreaDraft {
  const parsed = AreaDraft.safeParse(body);
  return parsed.success ? parsed.data : emptyArea;
}
