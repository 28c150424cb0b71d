// Runs in a project that installed the tarball, so it sees what a user sees.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { Engine, PackError } from "zhunze";
import { compile } from "zhunze/compiler";

const require = createRequire(import.meta.url);

test("needs nothing else and runs nothing when it is installed", async () => {
  const manifest = JSON.parse(await readFile(new URL("node_modules/zhunze/package.json", import.meta.url), "utf8"));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.scripts.postinstall ?? manifest.scripts.install, undefined);
});

test("ships a module that edge runtimes can import, smaller than the one with the compiler", async () => {
  const runtime = await readFile(require.resolve("zhunze/zhunze.wasm"));
  const full = await readFile(require.resolve("zhunze/zhunze-compiler.wasm"));
  for (const bytes of [runtime, full]) assert.ok(WebAssembly.validate(bytes));
  assert.ok(runtime.length <= full.length);
  assert.ok(WebAssembly.Module.imports(new WebAssembly.Module(runtime)).every(({ module }) => module.startsWith("./")));
});

test("says what is wrong with bytes that are no pack", async () => {
  await assert.rejects(Engine.fromPacks(new Uint8Array([1, 2, 3]), { allowUnsigned: true }), PackError);
});

test("takes a module that the host compiled, and fails again cleanly", async () => {
  const wasm = new WebAssembly.Module(await readFile(require.resolve("zhunze/zhunze.wasm")));
  await assert.rejects(Engine.fromPacks(new Uint8Array([1]), { wasm, allowUnsigned: true }), PackError);
});

test("blocks a superlative and says where it stands", async () => {
  const built = await Engine.builtIn();
  const title = "全网最好的面霜";
  const report = built.check({ kind: "listing", title }, { on: "2026-11-21", as_of: "2026-11-21" });
  assert.equal(report.schema, "zhunze.report/1");
  assert.equal(report.decision, "block");
  const finding = report.findings.find(({ rule, status }) => status === "violation" && rule.startsWith("cn.advertising/absolute-"));
  const [span] = finding.spans;
  assert.equal(span.path, "/title");
  assert.equal(title.slice(...span.utf16), span.text);
});

test("answers the same in all three ways", async () => {
  const built = await Engine.builtIn();
  const subject = { kind: "listing", title: "国家级面霜" };
  const options = { on: "2026-11-21", as_of: "2026-11-21" };
  const json = built.checkJson(JSON.stringify(subject), options);
  assert.deepEqual(built.check(subject, options), JSON.parse(json));
  const lines = built.checkBatch(new TextEncoder().encode(`${JSON.stringify(subject)}\n`.repeat(2)), options);
  assert.equal(new TextDecoder().decode(lines), `${json}\n`.repeat(2));
});

test("compiles a pack that an engine loads", async () => {
  assert.deepEqual((await Engine.fromPacks(await compile({}))).packs(), []);
});

test("is documented as it is", () => {
  execFileSync(process.execPath, [join(process.env.ZHUNZE_ROOT, "npm/scripts/api.mjs"), "--check"]);
});
