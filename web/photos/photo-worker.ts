import { wrap } from "comlink";
import { err, type Result } from "../../shared/result.ts";
import { drawsOffPage } from "./draws-off-page.ts";
import type { PhotoWorkerApi } from "./photo.worker.ts";
import workerUrl from "./photo.worker.ts?worker&url";
import type { QuarterTurns } from "./photo-paper.ts";
import type { PhotoError, PreparedPhoto } from "./prepared-photo.ts";

/** Long enough to pick the next photo, short enough not to hold memory while the form is filled in. */
const IDLE_MS = 20_000;

/** A 48-MP photo on the slowest tablet takes a tenth of this; beyond it the worker hangs. */
const PHOTO_TIMEOUT_MS = 60_000;

export type PhotoStage = "waiting" | "working";

export type PhotoWorker = {
  /**
   * Prepares one photo; those asked for earlier come first. Never rejects.
   *
   * @param onStage called when the photo joins the queue and when its turn has come
   */
  compress(
    file: Blob,
    onStage?: (stage: PhotoStage) => void,
  ): Promise<Result<PreparedPhoto, PhotoError>>;
  /** Turns a kept photo to the right, in the same queue. Never rejects. */
  turn(file: Blob, quarters: QuarterTurns): Promise<Result<PreparedPhoto, PhotoError>>;
  /** Frees the worker now; every photo not yet done answers `stopped`. The next one starts afresh. */
  terminate(): void;
};

type Outcome = Result<PreparedPhoto, PhotoError>;
type Engine = {
  compress(file: Blob): Promise<Outcome>;
  turn(file: Blob, quarters: QuarterTurns): Promise<Outcome>;
  stop(error: PhotoError): void;
};

/**
 * The photo worker as the page sees it. It starts with the first photo, stops when idle, and is
 * replaced when it crashes; one photo at a time, because one decoded photo fills enough memory.
 *
 * @param options.trustScriptUrl turns the worker's URL into one the content security policy accepts
 */
export function createPhotoWorker(options: {
  trustScriptUrl: (url: string) => string;
  startWorker?: (url: string) => Worker;
  idleMs?: number;
  timeoutMs?: number;
}): PhotoWorker {
  const { idleMs = IDLE_MS, timeoutMs = PHOTO_TIMEOUT_MS } = options;
  const startWorker = options.startWorker ?? startModuleWorker;
  let engine: Engine | undefined;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let life = { over: false };

  function enqueue(
    job: (engine: Engine) => Promise<Outcome>,
    onStage?: (stage: PhotoStage) => void,
  ): Promise<Outcome> {
    const mine = life;
    onStage?.("waiting");
    const outcome = queue.then(() => {
      if (mine.over) return err({ kind: "stopped" as const });
      onStage?.("working");
      return takeTurn(job);
    });
    queue = outcome;
    return outcome;
  }

  async function takeTurn(job: (engine: Engine) => Promise<Outcome>): Promise<Outcome> {
    clearTimeout(idleTimer);
    engine ??= drawsOffPage() ? workerEngine(startTrusted, timeoutMs) : mainThreadEngine();
    const outcome = await job(engine);
    if (!outcome.ok && outcome.error.kind === "crashed") stop({ kind: "crashed" });
    idleTimer = setTimeout(() => stop({ kind: "stopped" }), idleMs);
    return outcome;
  }

  function startTrusted(): Worker {
    return startWorker(options.trustScriptUrl(workerUrl));
  }

  function stop(error: PhotoError): void {
    clearTimeout(idleTimer);
    engine?.stop(error);
    engine = undefined;
  }

  function terminate(): void {
    life.over = true;
    life = { over: false };
    stop({ kind: "stopped" });
  }

  return {
    compress: (file, onStage) => enqueue((engine) => engine.compress(file), onStage),
    turn: (file, quarters) => enqueue((engine) => engine.turn(file, quarters)),
    terminate,
  };
}

function startModuleWorker(url: string): Worker {
  return new Worker(url, { type: "module", name: "photos" });
}

/** One life of the worker. A dead worker answers nothing, so its photo races against its death. */
function workerEngine(start: () => Worker, timeoutMs: number): Engine {
  const worker = start();
  const api = wrap<PhotoWorkerApi>(worker);
  let lose: (error: PhotoError) => void = () => {};
  const lost = new Promise<Outcome>((resolve) => {
    lose = (error) => resolve(err(error));
  });
  worker.addEventListener("error", () => lose({ kind: "crashed" }));
  worker.addEventListener("messageerror", () => lose({ kind: "crashed" }));

  async function answer(asked: Promise<Outcome>): Promise<Outcome> {
    const timer = setTimeout(() => lose({ kind: "crashed" }), timeoutMs);
    // A rejection is a throw inside the worker, such as an allocation that failed.
    const done = asked.catch(() => err({ kind: "crashed" as const }));
    const outcome = await Promise.race([done, lost]);
    clearTimeout(timer);
    return outcome;
  }

  function stop(error: PhotoError): void {
    worker.terminate();
    lose(error);
  }

  return {
    compress: (file) => answer(api.compress(file)),
    turn: (file, quarters) => answer(api.turn(file, quarters)),
    stop,
  };
}

function mainThreadEngine(): Engine {
  return {
    async compress(file) {
      const { compressOnMainThread } = await import("./main-thread-compress.ts");
      return compressOnMainThread(file);
    },
    async turn(file, quarters) {
      const { turnOnMainThread } = await import("./main-thread-turn.ts");
      return turnOnMainThread(file, quarters);
    },
    stop() {},
  };
}
