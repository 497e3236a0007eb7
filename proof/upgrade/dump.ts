import { join } from "node:path";
import * as z from "zod/mini";

// A tablet's database as text: every store as it is declared, and every row in it. Read and written
// past Dexie, so that neither depends on what the app makes of it.

const KeyPath = z.union([z.null(), z.string(), z.array(z.string())]);

const Store = z.object({
  name: z.string(),
  keyPath: KeyPath,
  autoIncrement: z.boolean(),
  indexes: z.array(
    z.object({ name: z.string(), keyPath: KeyPath, unique: z.boolean(), multiEntry: z.boolean() }),
  ),
  /** Bytes in them as `{ $bytes }`, or `{ $room }` where only their number matters. */
  rows: z.array(z.unknown()),
});
type Store = z.infer<typeof Store>;

const Dump = z.object({ version: z.number(), stores: z.array(Store) });
export type Dump = z.infer<typeof Dump>;

const Bytes = z.object({ $bytes: z.base64() });
const Room = z.object({ $room: z.number() });
/** More than any file of a recorded tablet: what is longer only takes up room. */
const ROOM_FROM_BYTES = 65_536;

/** Where the tablet of a schema version is, as the release that had that version left it. */
export function dumpFile(schemaVersion: number): string {
  return join(import.meta.dirname, `tablet-${schemaVersion}.dump`);
}

export async function dumpDatabase(name: string): Promise<Dump> {
  const database = await open(name);
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, "readonly");
  const stores = await Promise.all(
    names.map(async (store) => {
      const found = transaction.objectStore(store);
      return { ...declared(found), rows: (await answer(found.getAll())).map(asText) };
    }),
  );
  const { version } = database;
  database.close();
  return { version, stores };
}

function declared(store: IDBObjectStore): Omit<Store, "rows"> {
  const { name, keyPath, autoIncrement } = store;
  const indexes = [...store.indexNames].map((index) => {
    const { keyPath: path, unique, multiEntry } = store.index(index);
    return { name: index, keyPath: path, unique, multiEntry };
  });
  return { name, keyPath, autoIncrement, indexes };
}

export function parseDump(text: string): Dump {
  return Dump.parse(JSON.parse(text));
}

/** Makes the database that was dumped. */
export async function makeDatabase(name: string, { version, stores }: Dump): Promise<void> {
  const database = await open(name, version, (made) => {
    for (const { name: store, keyPath, autoIncrement, indexes, rows } of stores) {
      const into = made.createObjectStore(store, { keyPath, autoIncrement });
      for (const index of indexes) {
        into.createIndex(index.name, index.keyPath ?? "", {
          unique: index.unique,
          multiEntry: index.multiEntry,
        });
      }
      for (const row of rows) into.put(fromText(row));
    }
  });
  database.close();
}

function asText(value: unknown): unknown {
  if (value instanceof ArrayBuffer) {
    if (value.byteLength >= ROOM_FROM_BYTES) return { $room: value.byteLength };
    return { $bytes: Buffer.from(value).toString("base64") };
  }
  return mapped(value, asText);
}

function fromText(value: unknown): unknown {
  const bytes = Bytes.safeParse(value);
  if (bytes.success) return new Uint8Array(Buffer.from(bytes.data.$bytes, "base64")).buffer;
  const room = Room.safeParse(value);
  if (room.success) return new ArrayBuffer(room.data.$room);
  return mapped(value, fromText);
}

function mapped(value: unknown, map: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
}

function open(
  name: string,
  version?: number,
  upgrade: (made: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
