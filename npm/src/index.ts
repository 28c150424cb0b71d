import "./web.js";
export { Engine, type LoadOptions } from "./engine.js";
export type * from "./report.js";
export type * from "./subject.js";
