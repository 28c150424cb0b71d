import { get } from "./get.js";
import { use } from "./host.js";

// Each address is written out, so that bundlers see it and ship the file.
use({
  runtime: () => get(new URL("./wasm/runtime/zhunze_bg.wasm", import.meta.url)),
  packs: async () => new Uint8Array(await (await get(new URL("./cn.zzb", import.meta.url))).arrayBuffer()),
});
