import { use } from "./compile.js";
import { get } from "./get.js";

use(() => get(new URL("./wasm/full/zhunze_bg.wasm", import.meta.url)));

export { compile, Workspace, type Explanation, type QuickFix, type Suggestion } from "./compile.js";
export { CompileError, type Diagnostic } from "./errors.js";
