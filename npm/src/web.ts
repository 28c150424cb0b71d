import { get } from "./get.js";
import { use } from "./host.js";

// Each address is written out, so that bundlers see it and ship the file.
use({
  runtime: () => get(new URL("./wasm/runtime/zhunze_bg.wasm", import.meta.url)),
  packs: async (english) => {
    const place = english ? new URL("./cn.zzb", import.meta.url) : new URL("./cn.zh.zzb", import.meta.url);
    return new Uint8Array(await (await get(place)).arrayBuffer());
  },
});
