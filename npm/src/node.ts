import { readFile } from "node:fs/promises";
import { use } from "./host.js";

use({
  runtime: () => readFile(new URL("./wasm/runtime/zhunze_bg.wasm", import.meta.url)),
  packs: () => readFile(new URL("./cn.zzb", import.meta.url)),
});
