import type { ReadonlySignal, Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { must } from "../shared/invariant.ts";
import type { Instant } from "../shared/scalars.ts";
import type { Findings } from "./db/findings.ts";
import type { AppDb } from "./db/schema.ts";
import type { DirtyForms } from "./dirty-forms.ts";
import type { PhotoWorker } from "./photos/photo-worker.ts";
import type { AppUpdate } from "./service-worker/register.ts";
import type { SyncLoop } from "./sync/sync-loop.ts";
import type { Transport } from "./sync/transport.ts";

/** The app's instances, made once by main.tsx and handed down to the screens. */
export type Services = {
  db: AppDb;
  sync: SyncLoop;
  transport: Transport;
  photos: PhotoWorker;
  update: AppUpdate;
  dirtyForms: DirtyForms;
  now: () => Instant;
  /** A newer version of the app has the database: this window shows what it read, and saves nothing. */
  isOutdated: ReadonlySignal<boolean>;
  /** What the look at this tablet found since the app opened (O15). */
  findings: Signal<Findings>;
};

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  return must(useContext(ServicesContext), "a screen is rendered inside ServicesContext");
}
