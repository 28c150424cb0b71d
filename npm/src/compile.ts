import start, { compile as inner } from "./wasm/full/zhunze.js";
import { guarded } from "./errors.js";
import type { LoadOptions } from "./engine.js";
import type { Wasm } from "./host.js";
import { vouch } from "./vouched.js";

/**
 * Compiles sources, file name to text, to a pack that {@link Engine.fromPacks} loads. Whoever compiles sources trusts them, so what comes
 * out needs no signature in the same page or process; once stored or sent, it does.
 */
export async function compile(files: Record<string, string>, options: LoadOptions = {}): Promise<Uint8Array> {
  loading ??= start({ module_or_path: options.wasm ?? module() }).catch((error: unknown) => {
    loading = undefined; // so that a caller may try again
    throw error;
  });
  await loading;
  return vouch(guarded(() => inner(files)));
}

/** Called by each entry file: where the module with the compiler comes from. */
export function use(full: () => Wasm | Promise<Wasm>): void {
  module = full;
}

let module = (): Wasm | Promise<Wasm> => {
  throw new Error("zhunze/compiler: pass the module, as `compile(files, { wasm })`");
};
let loading: Promise<unknown> | undefined;
