export { compile, Workspace, type Explanation, type QuickFix, type Suggestion } from "./compile.js";
export { CompileError, type Diagnostic } from "./errors.js";
