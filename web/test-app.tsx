import { signal } from "@preact/signals";
import { App } from "./app.tsx";
import { mount } from "./components/test-mount.tsx";
import { type Findings, NO_FINDINGS } from "./db/findings.ts";
import type { TestTablet } from "./db/test-db.ts";
import { setLanguage } from "./i18n/language.ts";
import { createPhotoWorker } from "./photos/photo-worker.ts";
import { type Services, ServicesContext } from "./services.ts";
import { atRest, type SyncStatus } from "./sync/sync-status.ts";
import { createTransport } from "./sync/transport.ts";

// The whole app in a test's page, over a tablet's real database, without a server.

/** Of every test with a clock: two days before the builder's assignment is due. */
const NOW = "2024-03-16T02:41:08.000Z";

export type OpenOptions = {
  path: string;
  language?: "th" | "en";
  status?: Partial<SyncStatus>;
  findings?: Findings;
};

/** Opens the app at an address as its icon would, in the window a test has. */
export async function openApp(
  { db }: Pick<TestTablet, "db">,
  { path, language = "th", status = {}, findings = NO_FINDINGS }: OpenOptions,
): Promise<void> {
  await setLanguage(language);
  history.replaceState(null, "", path);
  const services: Services = {
    db,
    dirtyForms: new Map(),
    transport: createTransport(() => Promise.reject(new TypeError("no signal"))),
    sync: {
      status: signal({ ...atRest, lastSyncAt: Date.parse(NOW), ...status }),
      wake() {},
      stop() {},
    },
    photos: createPhotoWorker({ trustScriptUrl: (url) => url }),
    isOutdated: signal(false),
    findings: signal(findings),
    update: { updateReady: signal(false), applyUpdate: () => Promise.resolve(false) },
    now: () => NOW,
  };
  mount(
    <ServicesContext.Provider value={services}>
      <App />
    </ServicesContext.Provider>,
  );
}
