import "./node.js";
import { readFile } from "node:fs/promises";
import { use } from "./trust.js";

use(() => readFile(new URL("./wasm/trust/zhunze_bg.wasm", import.meta.url)));

export { folderStorage } from "./folder.js";
export * from "./store-api.js";
