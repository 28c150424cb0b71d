import { readFile } from "node:fs/promises";
import { use } from "./host.js";

use({
  runtime: () => readFile(new URL("./wasm/runtime/zhunze_bg.wasm", import.meta.url)),
  packs: (english) => readFile(english ? new URL("./cn.zzb", import.meta.url) : new URL("./cn.zh.zzb", import.meta.url)),
});
