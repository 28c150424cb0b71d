import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vite";

// Nothing is fetched from, or sent to, anywhere but the page's own origin, and the browser sees to it.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html default",
].join("; ");

/** Writes the policy into each page as it is built; the development server needs more. */
function policy() {
  return {
    name: "policy",
    transformIndexHtml: (html, { server }) =>
      html.replace("<!-- policy -->", server ? "" : `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`),
  };
}

const folder = new URL("../packs/", import.meta.url);
const packs = readdirSync(folder).sort();

/** Gives the workbench the sources of the built-in packs, a file a pack. */
function sources() {
  const read = (pack) =>
    JSON.stringify(
      Object.fromEntries(
        readdirSync(new URL(`${pack}/`, folder))
          .filter((name) => /\.(zz|tsv)$/.test(name) && !name.endsWith(".test.zz"))
          .sort()
          .map((name) => [name, readFileSync(new URL(`${pack}/${name}`, folder), "utf8")]),
      ),
    );
  return {
    name: "sources",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const pack = /\/data\/packs\/([a-z.-]+)\.json$/.exec(request.url)?.[1];
        if (pack) response.setHeader("content-type", "application/json").end(read(pack));
        else next();
      });
    },
    generateBundle() {
      for (const pack of packs) this.emitFile({ type: "asset", fileName: `data/packs/${pack}.json`, source: read(pack) });
    },
  };
}

/** Writes the service worker with the list of what was built. */
function offline() {
  return {
    name: "offline",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      // What only the workbench needs is fetched, and then kept, when somebody opens it.
      const files = Object.keys(bundle).filter((name) => !/full-|studio|data\/packs/.test(name) || name === "studio.html");
      files.push("icon.svg", "app.webmanifest", "data/rules.json", "data/coverage.json");
      const built = createHash("sha256");
      for (const name of Object.keys(bundle).sort()) built.update(name).update(bundle[name].source ?? bundle[name].code ?? "");
      const version = built.digest("hex").slice(0, 12);
      const source = readFileSync(new URL("src/sw.js", import.meta.url), "utf8")
        .replace('"__VERSION__"', JSON.stringify(version))
        .replace('["__FILES__"]', JSON.stringify(files.sort()));
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}

// The two modules have one name; the folder tells them apart.
const assetFileNames = ({ originalFileNames: [from = ""] = [] }) =>
  from.includes("/full/") ? "assets/full-[hash][extname]" : "assets/[name]-[hash][extname]";

export default defineConfig({
  base: "./",
  define: { PACKS: JSON.stringify(packs) },
  plugins: [policy(), sources(), offline()],
  resolve: { dedupe: ["lit", "@codemirror/commands", "@codemirror/state", "@codemirror/view"] },
  worker: { format: "es", rollupOptions: { output: { assetFileNames } } },
  optimizeDeps: { exclude: ["zhunze", "zhunze-editor"] },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the page's policy lets nothing load from data: addresses
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: ["index.html", "live.html", "listing.html", "law.html", "studio.html"],
      output: { assetFileNames },
    },
  },
});
