export { handler, type Handler, type HandlerOptions } from "./handler.js";
export { builtIn, fromBytes, fromStore, fromUrl, Packs, type Loaded, type PacksOptions, type Source } from "./packs.js";
