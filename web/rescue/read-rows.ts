/** Rows as they lie in the database, whichever version of the app wrote them. */
export type RawRows = {
  rows: Map<string, unknown[]>;
  /** Rows the browser could not give back any more. */
  lost: number;
};

/**
 * Reads whole stores, as they were at one moment; a store that does not exist is empty. A row that
 * cannot be read is passed over, so that it does not take the others with it.
 */
export async function readRows(database: IDBDatabase, stores: readonly string[]): Promise<RawRows> {
  const present = stores.filter((store) => database.objectStoreNames.contains(store));
  const rows = new Map<string, unknown[]>(stores.map((store) => [store, []]));
  if (present.length === 0) return { rows, lost: 0 };
  const transaction = database.transaction(present, "readonly");
  const counts = await Promise.all(
    present.map(async (name) => {
      const store = transaction.objectStore(name);
      const keys = (await answer(store.getAllKeys())) ?? [];
      const found = await Promise.all(keys.map((key) => answer(store.get(key))));
      const readable = found.filter((row) => row !== undefined);
      rows.set(name, readable);
      return keys.length - readable.length;
    }),
  );
  return { rows, lost: counts.reduce((sum, count) => sum + count, 0) };
}

/** The bytes of a file; undefined where the tablet does not have them, or cannot give them back. */
export async function readFileBytes(
  database: IDBDatabase,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!database.objectStoreNames.contains("files")) return undefined;
  const store = database.transaction("files", "readonly").objectStore("files");
  const row: unknown = await answer<unknown>(store.get(sha256));
  const bytes = row instanceof Object && "bytes" in row ? row.bytes : undefined;
  if (bytes instanceof Blob) return new Uint8Array(await bytes.arrayBuffer());
  return isArrayBuffer(bytes) ? new Uint8Array(bytes) : undefined;
}

/** By its tag, not by its constructor: a database may hand out buffers of another realm. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

function answer<T>(request: IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // One row that cannot be read must not abort the transaction that reads the others.
      event.preventDefault();
      event.stopPropagation();
      resolve(undefined);
    };
  });
}
