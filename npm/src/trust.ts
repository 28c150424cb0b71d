import start, { TrustClient, TrustedPacks } from "./wasm/trust/zhunze.js";
import type { Wasm } from "./host.js";

export { TrustClient, TrustedPacks };

/** Loads the module that verifies packs; once. */
export function loadTrust(wasm?: Wasm | Promise<Wasm>): Promise<unknown> {
  loading ??= start({ module_or_path: wasm ?? module() }).catch((error: unknown) => {
    loading = undefined; // so that a caller may try again
    throw error;
  });
  return loading;
}

/** Called by each entry file: where that module comes from. */
export function use(trust: () => Wasm | Promise<Wasm>): void {
  module = trust;
}

let module = (): Wasm | Promise<Wasm> => {
  throw new Error('zhunze/store: pass the module: import trustWasm from "zhunze/zhunze-trust.wasm"; PackStore.open({ …, trustWasm })');
};
let loading: Promise<unknown> | undefined;
