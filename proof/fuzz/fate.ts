import { type DBCoreMutateRequest, Dexie } from "dexie";

// What a tablet cannot choose: when its app dies, and how much room its disk has.

/** One life of the app: from its start until it is killed or closed. */
export class Fate {
  /** Writes that the disk still has room for. */
  room = Number.POSITIVE_INFINITY;
  /** Resolves when the app has died. */
  readonly died: Promise<"died">;
  #stepsLeft = Number.POSITIVE_INFINITY;
  #isDead = false;
  readonly #announce: (died: "died") => void;

  constructor() {
    const { promise, resolve } = Promise.withResolvers<"died">();
    this.died = promise;
    this.#announce = resolve;
  }

  /** The app dies before its n-th step from now: a request to its storage or over the network. */
  dieIn(steps: number): void {
    this.#stepsLeft = steps;
  }

  /** One step. @returns whether the app is alive to take it */
  step(): boolean {
    this.#stepsLeft -= 1;
    if (this.#stepsLeft < 0 && !this.#isDead) {
      this.#isDead = true;
      this.#announce("died");
    }
    return !this.#isDead;
  }

  /** Lets a living app go on; nothing of a dead one is ever heard of again. */
  async pass(): Promise<void> {
    if (!this.step()) await new Promise<never>(() => {});
  }
}

/**
 * Puts a database under a fate: before each of its requests the app may die, which undoes the
 * transaction under way as the browser would, and whatever adds to it may find the disk full.
 */
export async function subject(db: Dexie, fate: Fate): Promise<void> {
  const live = <T>(trans: Abortable, ask: () => PromiseLike<T>): Dexie.Promise<T> => {
    if (fate.step()) return Dexie.Promise.resolve(ask());
    undo(trans);
    return new Dexie.Promise<T>(() => {});
  };
  db.use({
    stack: "dbcore",
    name: "fate",
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) =>
            live(request.trans, () => {
              if (adds(request) && fate.room-- <= 0) return full(request.trans);
              return table.mutate(request);
            }),
          get: (request) => live(request.trans, () => table.get(request)),
          getMany: (request) => live(request.trans, () => table.getMany(request)),
          query: (request) => live(request.trans, () => table.query(request)),
          openCursor: (request) => live(request.trans, () => table.openCursor(request)),
          count: (request) => live(request.trans, () => table.count(request)),
        };
      },
    }),
  });
  // Middleware takes hold when a database opens.
  db.close({ disableAutoOpen: false });
  await db.open();
}

type Abortable = { abort(): void };

function adds({ type }: DBCoreMutateRequest): boolean {
  return type === "add" || type === "put";
}

/** As Chrome does it: the whole transaction is undone, and says why. */
function full(trans: Abortable): Promise<never> {
  undo(trans);
  return Promise.reject(new DOMException("The disk is full", "QuotaExceededError"));
}

/** A transaction that was undone already stays so. */
function undo(trans: Abortable): void {
  try {
    trans.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
  }
}
