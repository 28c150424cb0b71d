import { Engine, type PackOptions } from "./engine.js";
import { guarded, OfflineError, type TrustReason } from "./errors.js";
import type { Wasm } from "./host.js";
import type { Message } from "./report.js";
import { memoryStorage, type PackStorage } from "./storage.js";
import { loadTrust, TrustClient, TrustedPacks } from "./trust.js";
import { vouch } from "./vouched.js";

export interface StoreOptions extends PackOptions {
  /** `root.json`, as it was shipped with the page: where trust starts. */
  root: Uint8Array;
  /** The address of the repository. */
  url: string | URL;
  /** Where to keep packs between two starts; nowhere where it is not given. */
  storage?: PackStorage;
  /** The names of the packs to take; every pack of the repository where it is not given. */
  packs?: readonly string[];
  /** Packs that those of the repository build on: the built-in ones, or others with `allowUnsigned`, which is about these alone. */
  base?: Uint8Array | readonly Uint8Array[];
  /** The lowest version of a pack that is accepted. */
  lowest?: number;
  /** Accepts what is out of date and says so in `notes`: for replaying old checks. */
  allowExpired?: boolean;
  /** The function that fetches, where it is not the host's. */
  fetch?: typeof globalThis.fetch;
  /** After how many milliseconds a request counts as not answered; 30 seconds. */
  timeout?: number;
  /** The module that verifies, where a host cannot read it by itself. */
  trustWasm?: Wasm | Promise<Wasm>;
}

/** What a publisher states about a pack, signed with it. */
export interface Statement {
  issuer: string;
  id: string;
  version: number;
  issued: string;
  expires: string;
  engine: { from: string; below: string };
  law_status: string;
}

/** Packs that were verified. */
export interface Trusted {
  /** The version of the root they are trusted by. */
  root: number;
  /** The version of the signed list they are in. */
  release: number;
  packs: { name: string; sha256: string; statement: Statement | null }[];
  /** What would have been refused and was allowed. */
  notes: { code: TrustReason; file: string; message: Message }[];
}

/** What {@link PackStore.update} brought. */
export interface Updated extends Trusted {
  /** An engine with the packs of now. */
  engine: Engine;
  /** Whether they are others than before. */
  changed: boolean;
}

type Told = Trusted & { changed: boolean };
type Want = { path: string; limit: number; optional: boolean };

/**
 * Packs that update themselves from a signed repository. The engine of now is {@link PackStore.engine}; an update puts another in its
 * place in one step, once all that is new is verified and loads. Sessions go on with the engine they were started with.
 */
export class PackStore {
  readonly #options: StoreOptions;
  readonly #storage: PackStorage;
  readonly #files: Map<string, Uint8Array>;
  #engine: Engine | undefined;
  #trusted: Trusted | undefined;
  #problem: unknown;
  #updating: Promise<Updated> | undefined;

  private constructor(options: StoreOptions, storage: PackStorage, files: Map<string, Uint8Array>) {
    this.#options = options;
    this.#storage = storage;
    this.#files = files;
  }

  /** Opens a store with the packs that were kept, verified again; no connection is needed. `now` is the time to trust by. */
  static async open(options: StoreOptions, now: Date = new Date()): Promise<PackStore> {
    const storage = options.storage ?? memoryStorage();
    const [files] = await Promise.all([storage.load(), loadTrust(options.trustWasm)]);
    const store = new PackStore(options, storage, new Map(files));
    try {
      const kept = guarded(() => TrustedPacks.kept(options.root, [...store.#files], store.#settings(now)));
      store.#trusted = trusted(kept.told() as Told);
      store.#engine = await store.#load(kept);
    } catch (error) {
      store.#trusted = undefined;
      store.#problem = error;
    }
    return store;
  }

  /** The engine with the last good packs; none before the first update. */
  get engine(): Engine | undefined {
    return this.#engine;
  }

  /** What is known about the packs of {@link PackStore.engine}. */
  get trusted(): Trusted | undefined {
    return this.#trusted;
  }

  /** Why {@link PackStore.open} found no packs: a {@link TrustError} with the reason `missing` where there were none yet. */
  get problem(): unknown {
    return this.#problem;
  }

  /**
   * Takes in what is new. While one update runs, another call waits for the same.
   *
   * @throws TrustError for what is not trusted, {@link OfflineError} where nobody answers, {@link PackError} for packs that do not load.
   * Whatever is thrown, the engine stays.
   */
  update(now: Date = new Date()): Promise<Updated> {
    this.#updating ??= this.#update(now).finally(() => {
      this.#updating = undefined;
    });
    return this.#updating;
  }

  async #update(now: Date): Promise<Updated> {
    const client = guarded(() => TrustClient.start(this.#options.root, [...this.#files], this.#settings(now)));
    try {
      for (let want = client.want() as Want | undefined; want !== undefined; want = client.want() as Want | undefined) {
        const bytes = await this.#fetch(want);
        try {
          guarded(() => client.take(bytes));
        } finally {
          await this.#save(client.changes());
        }
      }
      const packs = guarded(() => client.trusted());
      const { changed, ...told } = packs.told() as Told;
      const engine = changed || this.#engine === undefined ? await this.#load(packs) : this.#engine;
      packs.free();
      await this.#save(guarded(() => client.commit()));
      this.#engine = engine;
      this.#trusted = told;
      this.#problem = undefined;
      return { ...told, engine, changed };
    } finally {
      client.free();
    }
  }

  async #load(packs: TrustedPacks): Promise<Engine> {
    const { base = [], wasm, allowUnsigned = false } = this.#options;
    const all = base instanceof Uint8Array ? [base] : [...base];
    const verified = (packs.bytes() as Uint8Array[]).map(vouch);
    return Engine.fromPacks([...all, ...verified], { allowUnsigned, ...(wasm !== undefined && { wasm }) });
  }

  async #save(changes: [string, Uint8Array | undefined][]): Promise<void> {
    if (changes.length === 0) return;
    await this.#storage.save(changes);
    for (const [name, bytes] of changes) {
      if (bytes === undefined) this.#files.delete(name);
      else this.#files.set(name, bytes);
    }
  }

  #settings(now: Date): string {
    const { lowest, allowExpired, packs } = this.#options;
    const loaded = this.#engine === undefined ? [] : (this.#trusted?.packs ?? []);
    const in_use = loaded.map(({ sha256, name }) => `${sha256}.${name}`);
    return JSON.stringify({ now: Math.floor(now.getTime() / 1000), lowest, allow_expired: allowExpired, packs, in_use });
  }

  /** The bytes of a file; `undefined` where there is none. */
  async #fetch({ path, limit }: Want): Promise<Uint8Array | undefined> {
    const { url, fetch = globalThis.fetch, timeout = 30_000 } = this.#options;
    const address = `${String(url).replace(/\/+$/, "")}/${path}`;
    try {
      // Files with a version or a digest in their names never change; only the others are asked for anew.
      const cache = path === "metadata/timestamp.json" || path.endsWith(".root.json") ? "no-cache" : "default";
      const response = await fetch(address, { cache, signal: AbortSignal.timeout(timeout) });
      // Object stores answer 403 for what is not there.
      if ([403, 404, 410].includes(response.status)) {
        await response.body?.cancel();
        return undefined;
      }
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return await atMost(response, limit + 1);
    } catch (error) {
      throw new OfflineError(address, error);
    }
  }
}

function trusted({ changed: _, ...told }: Told): Trusted {
  return told;
}

/** A body, or its beginning where it is longer: one byte more than there may be shows that it is too long. */
async function atMost(response: Response, most: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (reader !== undefined && length < most) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  if (length >= most) await reader?.cancel();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.subarray(0, most);
}
