export { compile } from "./compile.js";
export { CompileError, type Diagnostic } from "./errors.js";
