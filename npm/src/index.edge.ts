import "./edge.js";

export * from "./api.js";
