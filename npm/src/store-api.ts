/** What every entry of `zhunze/store` gives. */
export { OfflineError, TrustError, type TrustReason } from "./errors.js";
export { PackStore, type Statement, type StoreOptions, type Trusted, type Updated } from "./pack-store.js";
export { indexedDbStorage, memoryStorage, type Change, type PackStorage } from "./storage.js";
