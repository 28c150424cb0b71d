// The packed artefact in real builds, run in Chromium under a strict policy: Vite, webpack, esbuild.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const tools = createRequire(join(process.env.ZHUNZE_ROOT, "npm/package.json"));
const tool = (name) => import(pathToFileURL(tools.resolve(name)));

const SCRIPT = `
import { Engine, InputError } from "zhunze";
import { WorkerEngine } from "zhunze/worker";

const dates = { on: "2026-11-21", as_of: "2026-11-21" };
const subject = { kind: "listing", title: "国家级面霜" };
const here = await Engine.builtIn();
const there = await WorkerEngine.start();
const refused = await there.check({ kind: "listing", title: 5 }, dates).catch((error) => error);
globalThis.result = {
  decision: here.check(subject, dates).decision,
  same: JSON.stringify(here.check(subject, dates)) === JSON.stringify(await there.check(subject, dates)),
  fixed: (await there.fix(subject, dates)).subject.title,
  refused: refused instanceof InputError && refused.problems[0].path,
};
`;
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

const work = resolve("bundles");
let server, browser;
before(async () => {
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, "app.js"), SCRIPT);
  server = createServer((request, response) => {
    try {
      const path = new URL(request.url, "http://host").pathname;
      const body = readFileSync(join(work, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "content-security-policy": POLICY });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { chromium } = (await tool("playwright-core")).default;
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function works(folder, entry) {
  writeFileSync(join(work, folder, "index.html"), `<!doctype html><meta charset="utf-8"><script type="module" src="./${entry}"></script>`);
  const page = await browser.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !message.text().includes("favicon") && wrong.push(message.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/${folder}/index.html`);
  await page.waitForFunction(() => globalThis.result, undefined, { timeout: 20_000 }).catch((error) => assert.fail(`${error}\n${wrong.join("\n")}`));
  assert.deepEqual(await page.evaluate(() => globalThis.result), { decision: "block", same: true, fixed: "面霜", refused: "/title" });
  await page.close();
}

test("esbuild, with the package's files put beside the bundle", async () => {
  const { build } = await tool("esbuild");
  const out = join(work, "esbuild");
  await build({ entryPoints: { app: join(work, "app.js"), "worker-main": "zhunze/worker-main" }, bundle: true, format: "esm", outdir: out, logLevel: "error" });
  const dist = resolve("node_modules/zhunze/dist");
  for (const file of ["cn.zzb", "wasm/runtime/zhunze_bg.wasm"]) cpSync(join(dist, file), join(out, file));
  await works("esbuild", "app.js");
});

test("webpack, as it is", async () => {
  const { default: webpack } = await tool("webpack");
  const stats = await new Promise((done, fail) =>
    webpack(
      { mode: "production", context: work, entry: "./app.js", output: { path: join(work, "webpack"), filename: "app.js" }, experiments: { topLevelAwait: true } },
      (error, stats) => (error ? fail(error) : done(stats)),
    ),
  );
  assert.ok(!stats.hasErrors(), stats.toString());
  const emitted = Object.keys(stats.compilation.assets);
  assert.equal(emitted.filter((name) => name.endsWith(".wasm")).length, 1, `the compiler is not shipped: ${emitted}`);
  await works("webpack", "app.js");
});

test("Vite, as it is", async () => {
  const { build } = await tool("vite");
  const out = join(work, "vite");
  await build({
    root: work,
    base: "./",
    logLevel: "error",
    configFile: false,
    build: { outDir: out, target: "es2022", modulePreload: { polyfill: false }, rollupOptions: { input: join(work, "app.js"), output: { entryFileNames: "app.js" } } },
  });
  await works("vite", "app.js");
});

test("what is not used is not bundled", async () => {
  const { build } = await tool("esbuild");
  writeFileSync(join(work, "small.js"), 'import { safeFixes } from "zhunze"; console.log(safeFixes({ findings: [] }));');
  const { outputFiles } = await build({ entryPoints: [join(work, "small.js")], bundle: true, minify: true, format: "esm", write: false });
  assert.ok(outputFiles[0].contents.length < 2500, `${outputFiles[0].contents.length} bytes`);
});

test("no Node built-in is reachable from the entries of browsers", async () => {
  const { build } = await tool("esbuild");
  writeFileSync(join(work, "store.js"), 'export * from "zhunze/store";');
  const entryPoints = [join(work, "app.js"), join(work, "store.js")];
  const { metafile } = await build({ entryPoints, outdir: work, bundle: true, format: "esm", write: false, metafile: true, platform: "browser" });
  const reached = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  assert.deepEqual(reached.filter((path) => path.startsWith("node:")), []);
});

test("the edge entry compiles nothing and says what to pass", async () => {
  const { build } = await tool("esbuild");
  writeFileSync(join(work, "edge.js"), 'export * from "zhunze";');
  await build({ entryPoints: [join(work, "edge.js")], bundle: true, format: "esm", outfile: join(work, "edge.out.mjs"), conditions: ["workerd", "worker"] });
  const { Engine } = await import(pathToFileURL(join(work, "edge.out.mjs")));
  await assert.rejects(Engine.builtIn(), /pass the/);
  const dist = resolve("node_modules/zhunze/dist");
  const wasm = new WebAssembly.Module(readFileSync(join(dist, "wasm/runtime/zhunze_bg.wasm")));
  const engine = await Engine.fromPacks(readFileSync(join(dist, "cn.zzb")), { wasm });
  assert.equal(engine.check({ kind: "listing", title: "国家级面霜" }).decision, "block");
});
