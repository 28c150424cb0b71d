import "./web.js";
import { get } from "./get.js";
import { use } from "./trust.js";

use(() => get(new URL("./wasm/trust/zhunze_bg.wasm", import.meta.url)));

export * from "./store-api.js";
