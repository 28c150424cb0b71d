import "./edge.js";

export * from "./store-api.js";
