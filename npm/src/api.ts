/** What every entry of the package gives. */
export { Engine, type BuiltInOptions, type Fixed, type LoadOptions, type PackOptions } from "./engine.js";
export {
  CompileError,
  InputError,
  PackError,
  TrustError,
  ZhunzeError,
  type Diagnostic,
  type ErrorCode,
  type Problem,
  type TrustReason,
} from "./errors.js";
export { applyFixes, edited, editsOn, safeFixes } from "./fix.js";
export type { Wasm } from "./host.js";
export type * from "./report.js";
export { Session, type Segment, type Told, type Update } from "./session.js";
export type * from "./subject.js";
