/** What differs between Node and browsers: where the module and the packs come from. */
export interface Host {
  /** The engine's WebAssembly. */
  runtime(): Wasm | Promise<Wasm>;
  /** The bundle of the built-in Chinese packs, with English texts or without. */
  packs(english: boolean): Promise<Uint8Array>;
}

/** Anything wasm-bindgen's glue can start from. */
export type Wasm = WebAssembly.Module | BufferSource | Response;

let current: Host | undefined;

/** Called by each entry file, before anything is loaded. */
export function use(host: Host): void {
  current = host;
}

export function host(): Host {
  if (current === undefined) throw new Error("zhunze was loaded through no entry of its package");
  return current;
}
