import "./web.js";

export * from "./api.js";
