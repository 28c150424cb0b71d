export { handler, type Handler, type HandlerOptions } from "./handler.js";
export { builtIn, fromBytes, fromUrl, Packs, type Loaded, type PacksOptions, type Source } from "./packs.js";
