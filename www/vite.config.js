import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// `--mode stub` puts a stand-in where the engine goes, so that the page can be tested before there is one.
export default defineConfig(({ mode }) => ({
  base: "./",
  resolve: {
    alias: mode === "stub" ? { zhunze: fileURLToPath(new URL("test/stub.ts", import.meta.url)) } : {},
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the page's policy lets nothing load from data: addresses
    modulePreload: { polyfill: false },
  },
}));
