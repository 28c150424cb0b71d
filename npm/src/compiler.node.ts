import "./node.js";
export { compile } from "./compile.js";
