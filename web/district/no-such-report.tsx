import { ButtonLink } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";

/** An address of an assignment that this tablet does not have. */
export function NoSuchReport() {
  const { form, list } = t();
  return (
    <FieldFrame title={list.titleShort} backHref="/reports">
      <h1 class="sr-only">{list.titleShort}</h1>
      <EmptyState
        title={form.notFound}
        detail={form.notFoundDetail}
        action={<ButtonLink href="/reports">{list.title}</ButtonLink>}
      />
    </FieldFrame>
  );
}
