import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";

export function ConflictScreen({ mutationId }: { mutationId: string }) {
  return (
    <FieldFrame title={t().status.conflict}>
      <h1 class="text-page" data-mutation={mutationId}>
        {t().conflict.title}
      </h1>
    </FieldFrame>
  );
}
