/** A file to keep, or to delete where there are no bytes. */
export type Change = readonly [name: string, bytes: Uint8Array | undefined];

/** Where a {@link PackStore} keeps its files between two starts. It need not be trusted: what is read is verified again. */
export interface PackStorage {
  /** Every file that is kept. */
  load(): Promise<(readonly [name: string, bytes: Uint8Array])[]>;
  /** Makes changes: all or none, or in this order, each file whole. */
  save(changes: readonly Change[]): Promise<void>;
}

/** Keeps nothing beyond the life of the page or process. */
export function memoryStorage(): PackStorage {
  const files = new Map<string, Uint8Array>();
  return {
    load: async () => [...files],
    save: async (changes) => {
      for (const [name, bytes] of changes) {
        if (bytes === undefined) files.delete(name);
        else files.set(name, bytes);
      }
    },
  };
}

/** Keeps files in IndexedDB; each save is one transaction. */
export function indexedDbStorage(name = "zhunze"): PackStorage {
  const STORE = "files";
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = () => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return settled(request);
  };
  return {
    async load() {
      const database = await open();
      try {
        const store = database.transaction(STORE).objectStore(STORE);
        const [names, files] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
        return names.map((key, i) => [String(key), files[i] as Uint8Array] as const);
      } finally {
        database.close();
      }
    },
    async save(changes) {
      if (changes.length === 0) return;
      const database = await open();
      try {
        const transaction = database.transaction(STORE, "readwrite");
        const store = transaction.objectStore(STORE);
        for (const [key, bytes] of changes) {
          if (bytes === undefined) store.delete(key);
          else store.put(bytes, key);
        }
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onerror = transaction.onabort = () => reject(transaction.error);
        });
      } finally {
        database.close();
      }
    },
  };
}
