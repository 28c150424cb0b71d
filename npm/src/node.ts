import { readFile } from "node:fs/promises";
import { use } from "./host.js";

const read = (name: string) => readFile(new URL(name, import.meta.url));

use({
  runtime: () => read("./wasm/runtime/zhunze_bg.wasm"),
  full: () => read("./wasm/full/zhunze_bg.wasm"),
  packs: () => read("./cn.zzb"),
});
