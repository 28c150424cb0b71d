import { Engine, type PackOptions } from "zhunze";
import type { PackStore } from "zhunze/store";

/** An engine, and what tells its packs from others of the same source: an ETag, the time a file was written. */
export interface Loaded {
  engine: Engine;
  tag: string;
}

/** Where packs come from. Given the tag of those in use, it answers `undefined` while there is nothing new. */
export type Source = (tag?: string) => Promise<Loaded | undefined>;

export interface PacksOptions {
  /** How many milliseconds pass before a request looks again whether there are new packs; 5 seconds. */
  every?: number;
  /** Told why new packs were not taken; `console.error` where it is not given. */
  log?: (message: string) => void;
}

/** The packs in use. They are swapped between two checks, so each check is by one set of packs and none waits or fails. */
export class Packs {
  readonly #source: Source;
  readonly #every: number;
  readonly #log: (message: string) => void;
  #loaded: Loaded | undefined;
  #due = 0;
  #looks = 0;
  #taken = 0;

  constructor(source: Source, { every = 5000, log = console.error }: PacksOptions = {}) {
    this.#source = source;
    this.#every = every;
    this.#log = log;
  }

  /** The engine of now. Do not hold on to it: after the next look it may be freed. */
  get engine(): Engine {
    if (this.#loaded === undefined) throw new Error("zhunze: no packs are loaded");
    return this.#loaded.engine;
  }

  /**
   * Looks for new packs if it is time to. The request that finds it time does the work itself, and others are answered by the
   * packs in use meanwhile: on the edge, work belongs to a request. What cannot be loaded is logged and the packs in use stay;
   * it is thrown only when there are none.
   */
  async ready(): Promise<void> {
    if (this.#loaded !== undefined && Date.now() < this.#due) return;
    this.#due = Date.now() + this.#every;
    const look = ++this.#looks;
    try {
      const found = await this.#source(this.#loaded?.tag);
      if (found !== undefined) this.#take(found, look);
    } catch (error) {
      if (this.#loaded === undefined) throw error;
      this.#log(`zhunze: new packs were not taken, the old ones stay: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** A look that took long must not undo a later one. */
  #take(found: Loaded, look: number): void {
    const old = look > this.#taken ? this.#loaded?.engine : found.engine;
    if (look > this.#taken) {
      this.#loaded = found;
      this.#taken = look;
    }
    // Two looks at one store may find the same engine.
    if (old !== this.#loaded?.engine) old?.free();
  }
}

/** Reads `ZHUNZE_ALLOW_UNSIGNED`: nothing that could be meant otherwise counts as a yes. */
export function allowed(said: string | null | undefined): boolean {
  if (said === "1" || said === "true") return true;
  if (said === undefined || said === null || ["", "0", "false"].includes(said)) return false;
  throw new Error(`ZHUNZE_ALLOW_UNSIGNED is neither 1 nor 0: ${said}`);
}

/** The packs that came with the package `zhunze`. */
export const builtIn: Source = async (tag) => (tag === undefined ? { engine: await Engine.builtIn(), tag: "built-in" } : undefined);

/** Bytes that never change, as edge runtimes import them; others than the built-in ones take `allowUnsigned`. */
export function fromBytes(packs: Uint8Array, options?: PackOptions): Source {
  return async (tag) => (tag === undefined ? { engine: await Engine.fromPacks(packs, options), tag: "bytes" } : undefined);
}

/** A signed repository: whatever is new is verified before it is used. The store is this source's alone. */
export function fromStore(store: PackStore): Source {
  return async (tag) => {
    // Without a connection, what was kept and verified goes on.
    const updated = await store.update().catch((error: unknown) => {
      if (tag !== undefined || store.engine === undefined) throw error;
    });
    const { engine, trusted } = updated === undefined ? store : { engine: updated.engine, trusted: updated };
    if (engine === undefined || trusted === undefined) return undefined;
    const found = trusted.packs.map(({ sha256 }) => sha256).join(" ");
    return found === tag ? undefined : { engine, tag: found };
  };
}

/**
 * A bundle at an address, asked for again by its ETag or its date. Nobody signed it, so it takes `allowUnsigned`: whoever can write there, or
 * stands between, decides what is checked. `fetcher` may be a binding of an edge runtime.
 */
export function fromUrl(url: string, options?: PackOptions, fetcher: Pick<typeof globalThis, "fetch"> = globalThis): Source {
  return async (tag) => {
    const headers: HeadersInit = tag === undefined ? {} : tag.includes('"') ? { "if-none-match": tag } : { "if-modified-since": tag };
    const response = await fetcher.fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
    if (response.status === 304) return undefined;
    if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
    const found = response.headers.get("etag") ?? response.headers.get("last-modified");
    if (found === null) throw new Error(`${url} has neither ETag nor Last-Modified, so that new packs could not be told from old ones`);
    if (found === tag) {
      await response.body?.cancel();
      return undefined;
    }
    return { engine: await Engine.fromPacks(new Uint8Array(await response.arrayBuffer()), options), tag: found };
  };
}
