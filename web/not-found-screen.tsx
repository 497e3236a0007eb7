import { ButtonLink } from "./components/button.tsx";
import { EmptyState } from "./components/empty-state.tsx";
import { FieldFrame } from "./field-frame.tsx";
import { t } from "./i18n/language.ts";

/** An address that leads nowhere, or nowhere for this role. */
export function NotFoundScreen() {
  const { app, navigation } = t();
  return (
    <FieldFrame title={t().app.notFound}>
      <h1 class="sr-only">{app.notFound}</h1>
      <EmptyState
        title={app.notFound}
        detail={app.notFoundDetail}
        action={<ButtonLink href="/">{navigation.home}</ButtonLink>}
      />
    </FieldFrame>
  );
}
