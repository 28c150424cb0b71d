import { use } from "./host.js";

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  return response;
}

// Each address is written out, so that bundlers see it and ship the file.
use({
  runtime: () => get(new URL("./wasm/runtime/zhunze_bg.wasm", import.meta.url)),
  full: () => get(new URL("./wasm/full/zhunze_bg.wasm", import.meta.url)),
  packs: async () => new Uint8Array(await (await get(new URL("./cn.zzb", import.meta.url))).arrayBuffer()),
});
