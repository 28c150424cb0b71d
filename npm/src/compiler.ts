import { use } from "./compile.js";
import { get } from "./get.js";

use(() => get(new URL("./wasm/full/zhunze_bg.wasm", import.meta.url)));

export { compile } from "./compile.js";
export { CompileError, type Diagnostic } from "./errors.js";
