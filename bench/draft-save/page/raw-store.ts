/** IndexedDB without a library, as short as it can be written: the least a durable save can cost. */
export async function openRawStore(): Promise<{
  put(key: string, row: object): Promise<void>;
  /** Reads before it writes, in the same transaction, as a save that checks its revision has to. */
  getAndPut(key: string, row: object): Promise<void>;
}> {
  const opening = indexedDB.open("raw", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("drafts");
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const begin = () => {
    const transaction = opening.result.transaction("drafts", "readwrite", { durability: "strict" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return { store: transaction.objectStore("drafts"), done };
  };
  return {
    put: (key, row) => {
      const { store, done } = begin();
      store.put(row, key);
      return done;
    },
    getAndPut: (key, row) => {
      const { store, done } = begin();
      store.get(key).onsuccess = () => store.put(row, key);
      return done;
    },
  };
}
