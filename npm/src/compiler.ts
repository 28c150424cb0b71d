import "./web.js";
export { compile } from "./compile.js";
