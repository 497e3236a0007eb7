import { LIMITS } from "../../shared/submission-rules.ts";
import { graphemeCount } from "../../shared/thai-text.ts";
import { TextArea } from "../components/text-area.tsx";
import { count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { FormField } from "./form-field.tsx";
import { FormSection } from "./form-section.tsx";
import type { FormView } from "./form-view.ts";

/** ประเด็นความสำเร็จ, as long as a person counts letters: ที่ is one. */
export function SuccessSection({ view }: { view: FormView }) {
  const { form, fields } = t();
  const { successPoints } = view.body;
  const letters = graphemeCount(successPoints);
  const limit = count(LIMITS.successPoints);
  const tooLong = letters > LIMITS.successPoints ? fields.tooLong(limit) : undefined;
  return (
    <FormSection
      id="success"
      title={form.successPoints}
      aside={view.readOnly ? undefined : form.typeOrSpeak}
    >
      <FormField view={view} path="successPoints">
        <TextArea
          label={form.successPoints}
          hideLabel
          value={successPoints}
          placeholder={view.readOnly ? "" : form.successExample}
          hint={letters > 0 ? form.letters(letters, limit) : undefined}
          error={tooLong ?? view.problemAt("successPoints")}
          readOnly={view.readOnly}
          onInput={(text) => view.change({ successPoints: text })}
        />
      </FormField>
    </FormSection>
  );
}
