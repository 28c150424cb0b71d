import start, { compile as inner } from "./wasm/full/zhunze.js";
import type { LoadOptions } from "./engine.js";
import { host } from "./host.js";

/** Compiles sources, file name to text, to a pack that {@link Engine.fromPacks} loads. */
export async function compile(files: Record<string, string>, options: LoadOptions = {}): Promise<Uint8Array> {
  loading ??= start({ module_or_path: options.wasm ?? host().full() }).catch((error: unknown) => {
    loading = undefined; // so that a caller may try again
    throw error;
  });
  await loading;
  return inner(files);
}

let loading: Promise<unknown> | undefined;
