import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the page's policy lets nothing load from data: addresses
    modulePreload: { polyfill: false },
  },
});
