import { use } from "./host.js";

const ask = (what: string, how: string) => () => {
  throw new Error(`zhunze: an edge runtime compiles no bytes and has no files; pass ${what}: ${how}`);
};

use({
  runtime: ask("the module", 'import wasm from "zhunze/zhunze.wasm"; Engine.fromPacks(packs, { wasm })'),
  packs: ask("the packs", 'import packs from "zhunze/cn.zzb"; Engine.fromPacks(new Uint8Array(packs), { wasm })'),
});
