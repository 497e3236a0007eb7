import { t } from "./i18n/language.ts";

/** Shown instead of the app when its database cannot be opened. What was saved is untouched. */
export function StartProblem({ message }: { message: string }) {
  return (
    <main class="start-problem">
      <h1>{t().start.title}</h1>
      <p role="alert">{message}</p>
      <button type="button" class="btn btn-primary" onClick={() => location.reload()}>
        {t().start.retry}
      </button>
      <p>
        <a href="/recovery.html">{t().start.recover}</a>
      </p>
    </main>
  );
}
