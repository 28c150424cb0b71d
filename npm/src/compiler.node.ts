import { readFile } from "node:fs/promises";
import { use } from "./compile.js";

use(() => readFile(new URL("./wasm/full/zhunze_bg.wasm", import.meta.url)));

export { compile, Workspace, type Explanation, type QuickFix, type Suggestion } from "./compile.js";
export { CompileError, type Diagnostic } from "./errors.js";
