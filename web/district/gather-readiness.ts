import { effect } from "@preact/signals";
import { countFindings } from "../db/findings.ts";
import { askForPersistence } from "../db/persist.ts";
import type { PersonRow } from "../db/rows.ts";
import { readSettings } from "../db/settings.ts";
import type { Services } from "../services.ts";
import type { SyncLoop } from "../sync/sync-loop.ts";
import type { ReadyFacts } from "./ready-lines.ts";

/** Nobody waits longer at the door; a network that is slower counts as none. */
const SERVER_MS = 8000;
const ROUND_MS = 20_000;
const PHOTO_MS = 20_000;

type Deps = Pick<Services, "db" | "transport" | "sync" | "photos" | "now" | "update" | "findings">;

/**
 * Finds out whether this tablet is ready: asks the server where there is one, brings the mirror up
 * to date, shrinks a photo. Also works without signal, by what the tablet knew last.
 *
 * @returns `reached`: whether the server answered, to this person or another
 */
export async function gatherReadiness(
  deps: Deps,
  person: PersonRow,
): Promise<{ facts: ReadyFacts; reached: boolean }> {
  const { db, transport, sync, photos, now, update } = deps;
  const [session, persisted, photosWork] = await Promise.all([
    within(SERVER_MS, transport.session(person.id)),
    askForPersistence(db, navigator.storage),
    within(
      PHOTO_MS,
      testPhoto().then((photo) => photos.compress(photo)),
    ),
  ]);
  if (session?.ok) {
    await db.people.update(person.id, { expiresAt: session.value.expiresAt });
    await within(ROUND_MS, nextRound(sync));
  }
  const kind = session && !session.ok ? session.error.kind : undefined;
  const isRefused = kind === "signed-out" || kind === "other-viewer";
  const reached = session?.ok === true || isRefused;
  const [known, isNewest, freeBytes] = await Promise.all([
    readKnown(deps, person),
    reached ? within(SERVER_MS, askForUpdate()) : undefined,
    estimateFree(),
  ]);
  return {
    reached,
    facts: {
      ...known,
      now: now(),
      opensOffline: Boolean(navigator.serviceWorker?.controller),
      isNewest: update.updateReady.value ? false : (isNewest ?? null),
      persisted,
      freeBytes,
      sessionUntil: isRefused ? null : known.sessionUntil,
      photosWork: photosWork?.ok === true,
    },
  };
}

async function readKnown({ db, findings }: Deps, { id, orgUnitCode }: PersonRow) {
  const ofUnit = [[orgUnitCode], [orgUnitCode, []]] as const;
  const [assignments, areas, cursor, settings, person, pin, people, filesAside] = await Promise.all(
    [
      db.assignments
        .where(":id")
        .between(...ofUnit)
        .count(),
      db.areas
        .where(":id")
        .between(...ofUnit)
        .count(),
      db.cursors.get(orgUnitCode),
      readSettings(db),
      db.people.get(id),
      db.pins.get(id),
      db.people.count(),
      db.uploads.where({ state: "refused" }).count(),
    ],
  );
  return {
    assignments,
    areas,
    pulledAt: cursor?.pulledAt ?? null,
    sessionUntil: settings.sessionOf === id ? (person?.expiresAt ?? null) : null,
    clockAheadMs: settings.clockAheadMs,
    lastSyncAt: settings.lastSyncAt,
    hasPin: pin !== undefined,
    isShared: people > 1,
    aside: filesAside + countFindings(findings.value),
  };
}

/** @returns undefined where it took too long; the work goes on unheard */
function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Resolves once a round, begun now, ended well. */
function nextRound({ status, wake }: SyncLoop): Promise<void> {
  const before = status.value.lastSyncAt;
  wake();
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (status.value.lastSyncAt === before) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** Small, but a photo: it goes the whole way through the worker. */
function testPhoto(): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = 64;
  canvas.height = 48;
  const pen = canvas.getContext("2d");
  pen?.fillRect(8, 8, 16, 16);
  return new Promise((resolve) => {
    canvas.toBlob((photo) => resolve(photo ?? new Blob()), "image/jpeg");
  });
}

/** Whether this version is the newest; null where that cannot be asked. */
async function askForUpdate(): Promise<boolean | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return null;
  try {
    await registration.update();
  } catch {
    // The server did not answer with a service worker: no signal after all, or a portal.
    return null;
  }
  return registration.installing === null && registration.waiting === null;
}

async function estimateFree(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate()) ?? {};
  return quota === undefined || usage === undefined ? null : quota - usage;
}
