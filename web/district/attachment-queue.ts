import type { Result } from "../../shared/result.ts";
import type { StorageError } from "../db/storage-error.ts";
import type { IntakeError, PreparedAttachment } from "../photos/attachment-intake.ts";

/** Why a chosen file is not in the draft; `not-kept`: the tablet could not store it. */
export type RefusalReason = IntakeError["kind"] | StorageError["kind"] | "not-kept";

/** A chosen file that is not in the draft yet, or never will be. */
export type IncomingFile = {
  id: number;
  name: string;
  sizeBytes: number;
  /** Whether its turn has come; the others wait. */
  isWorking: boolean;
  refused: RefusalReason | undefined;
};

export type AttachmentQueueDeps = {
  prepare: (file: File) => Promise<Result<PreparedAttachment, IntakeError>>;
  /** Resolves once the file is durable and named in the draft (O2). */
  keep: (prepared: PreparedAttachment) => Promise<Result<unknown, { kind: RefusalReason }>>;
  onChange: (incoming: readonly IncomingFile[], progress: IntakeProgress) => void;
};

/** Of the files chosen since the last time all were done. */
export type IntakeProgress = { done: number; all: number };

export type AttachmentQueue = {
  /** Takes files in, one after the other, so that they are kept in the order they were chosen. */
  add(files: readonly File[]): void;
  /** The person has read why a file was refused. */
  dismiss(id: number): void;
  /** Resolves when every file so far is kept or refused. */
  settled(): Promise<void>;
};

/** Brings chosen files into the draft. A refused one stays in sight, with the reason. */
export function createAttachmentQueue(deps: AttachmentQueueDeps): AttachmentQueue {
  let incoming: readonly IncomingFile[] = [];
  let lastId = 0;
  let progress: IntakeProgress = { done: 0, all: 0 };
  let chain: Promise<void> = Promise.resolve();

  function show(next: readonly IncomingFile[]): void {
    incoming = next;
    deps.onChange(incoming, progress);
  }

  async function take(id: number, file: File): Promise<void> {
    show(incoming.map((entry) => (entry.id === id ? { ...entry, isWorking: true } : entry)));
    const prepared = await deps.prepare(file);
    const kept = prepared.ok ? await deps.keep(prepared.value) : prepared;
    progress = { ...progress, done: progress.done + 1 };
    if (kept.ok) show(incoming.filter((entry) => entry.id !== id));
    else {
      const refused = kept.error.kind;
      const isWorking = false;
      show(incoming.map((entry) => (entry.id === id ? { ...entry, isWorking, refused } : entry)));
    }
  }

  return {
    add(files) {
      const entries = files.map((file) => {
        lastId += 1;
        const { name, size } = file;
        return { id: lastId, name, sizeBytes: size, isWorking: false, refused: undefined, file };
      });
      const before = isTakingIn(incoming) ? progress : { done: 0, all: 0 };
      progress = { ...before, all: before.all + files.length };
      show([...incoming, ...entries.map(({ file: _, ...entry }) => entry)]);
      for (const { id, file } of entries) chain = chain.then(() => take(id, file));
    },
    dismiss(id) {
      show(incoming.filter((entry) => entry.id !== id));
    },
    settled: () => chain,
  };
}

/** Whether anything is still being taken in. */
export function isTakingIn(incoming: readonly IncomingFile[]): boolean {
  return incoming.some(({ refused }) => refused === undefined);
}
