import bytes from "zhunze/cn.zzb";
import wasm from "zhunze/zhunze.wasm";
import { Engine } from "zhunze";
import { handler, type Handler } from "./handler.js";
import { allowed, fromBytes, fromUrl, Packs } from "./packs.js";

/** What a worker may be given: the names that the other runtimes take from the environment, and what fetches. */
export interface Env {
  /** Where packs are; without it, those that were built in. */
  ZHUNZE_PACKS?: string | null;
  /** `1` takes packs from there that nobody signed; without it they are refused. */
  ZHUNZE_ALLOW_UNSIGNED?: string | null;
  /** Seconds between two looks for new packs. */
  ZHUNZE_REFRESH?: string | null;
  /** Bytes that a body may have. */
  ZHUNZE_LIMIT?: string | null;
  /** What fetches packs, such as a service binding; without it, the worker itself does. */
  PACKS?: Pick<typeof globalThis, "fetch">;
}

// The module comes compiled. It is started here, before any request, so that no request waits for what another began.
await Engine.fromPacks([], { wasm });

let handle: Handler | undefined;

function made({ ZHUNZE_PACKS: url, ZHUNZE_ALLOW_UNSIGNED: unsigned, ZHUNZE_REFRESH: refresh, ZHUNZE_LIMIT: limit, PACKS: fetcher }: Env): Handler {
  const source = url ? fromUrl(url, { allowUnsigned: allowed(unsigned) }, fetcher) : fromBytes(new Uint8Array(bytes));
  const packs = new Packs(source, refresh ? { every: 1000 * Number(refresh) } : {});
  return handler({ packs, ...(limit && { limit: Number(limit) }) });
}

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    handle ??= made(env);
    return handle(request);
  },
};
