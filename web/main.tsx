import { signal } from "@preact/signals";
import { render } from "preact";
import { unreachable } from "../shared/invariant.ts";
import { parseWithoutEval } from "../shared/without-eval.ts";
import { App } from "./app.tsx";
import { showAppearance } from "./appearance.ts";
import { checkTablet } from "./db/check-tablet.ts";
import { NO_FINDINGS } from "./db/findings.ts";
import { type OpenError, openAppDb } from "./db/open-app-db.ts";
import { formToReturnTo } from "./db/open-form.ts";
import { readSettings } from "./db/settings.ts";
import { type DirtyForms, saveDirtyForms } from "./dirty-forms.ts";
import { firstPaint } from "./first-paint.ts";
import { setLanguage, t } from "./i18n/language.ts";
import { createPhotoWorker } from "./photos/photo-worker.ts";
import { registerServiceWorker } from "./service-worker/register.ts";
import { ServicesContext } from "./services.ts";
import { StartProblem } from "./start-problem.tsx";
import { startSync } from "./start-sync.ts";
import { createTransport } from "./sync/transport.ts";
import { trustedScriptUrl } from "./trusted-types.ts";
import "./styles/app.css";

/** Between two small steps of the look at what is stored: who taps meanwhile is served first. */
const REST_MS = 100;

const root = document.body.appendChild(document.createElement("div"));

async function start(): Promise<void> {
  parseWithoutEval();
  const dirtyForms: DirtyForms = new Map();
  const isOutdated = signal(false);
  const opened = await openAppDb({
    async onOutdated() {
      await saveDirtyForms(dirtyForms);
      isOutdated.value = true;
    },
    onBlocked: () => render(<StartProblem message={t().start.blocked} />, root),
  });
  if (!opened.ok) {
    render(<StartProblem message={problemWords(opened.error)} />, root);
    return;
  }
  const db = opened.value;
  const settings = await readSettings(db);
  showAppearance(settings.theme);
  await setLanguage(settings.language);
  // The system may have ended the app behind the camera: back to the form, as it was.
  const form = location.pathname === "/" ? formToReturnTo(settings) : undefined;
  if (form) history.replaceState(null, "", form);

  const painted = firstPaint();
  const transport = createTransport((url, init) => fetch(url, init));
  const services = {
    db,
    transport,
    dirtyForms,
    sync: startSync(db, transport, {
      after: painted,
      lastSyncAt: settings.lastSyncAt,
      onProblem(_problem, thrown) {
        if (thrown !== undefined) reportError(thrown);
      },
    }),
    photos: createPhotoWorker({ trustScriptUrl: trustedScriptUrl }),
    update: registerServiceWorker({ after: painted, isDirty: () => dirtyForms.size > 0 }),
    now: () => new Date().toISOString(),
    isOutdated,
    findings: signal(NO_FINDINGS),
  };
  isOutdated.subscribe((outdated) => {
    if (outdated) services.sync.stop();
  });
  void painted.then(async () => {
    const checked = await checkTablet(db, {
      rest: () => new Promise((done) => setTimeout(done, REST_MS)),
      now: services.now(),
    });
    if (checked.ok) services.findings.value = checked.value;
  });
  render(
    <ServicesContext.Provider value={services}>
      <App />
    </ServicesContext.Provider>,
    root,
  );
}

function problemWords(error: OpenError): string {
  switch (error.kind) {
    case "blocked":
      return t().start.blocked;
    case "app-outdated":
      return t().start.outdated;
    case "storage-full":
      return t().start.full;
    case "storage-lost":
    case "timeout":
      return t().start.notOpening;
    default:
      return unreachable(error);
  }
}

void start();
