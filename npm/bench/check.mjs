// Checks on the shipped module: first check after a cold load, reports a second, a 2 KB script.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const dist = new URL("../dist/", import.meta.url);
const wasm = await readFile(new URL("wasm/runtime/zhunze_bg.wasm", dist));
const bundle = await readFile(new URL("cn.zzb", dist));
const root = fileURLToPath(new URL("../../", import.meta.url));
const script = [...(await readFile(`${root}examples/livestream.txt`, "utf8"))].slice(0, 700).join("");
const options = { as_of: "2026-11-21" };

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const timed = (rounds, work) => {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const begun = performance.now();
    work(i);
    times.push(performance.now() - begun);
  }
  return median(times);
};

/** A listing of twenty fields. */
const listing = (i) => ({
  kind: "listing", title: `草木集保湿面霜五十克 ${i}`, description: "配方里加了神经酰胺和甘油，主打的就是保湿滋润。", texts: [],
  brand: "草木集", category: "cosmetics", stock: 120 + i, sales_shown: 30, sales_actual: 30, seller_name: "草木集旗舰店",
  origin: "浙江杭州", net_content: "50 克", expires_on: "2028-01-01", near_expiry: false, near_expiry_marked: false,
  is_flawed: false, flaw_marked: false, is_imported: false, has_chinese_label: true, ccc_required: false,
  ccc_number: null, permit_required: false, permit_number: null,
});

const loads = [];
let Engine;
for (let round = 0; round < 9; round++) {
  const glue = await import(`../dist/wasm/runtime/zhunze.js?${round}`);
  const begun = performance.now();
  glue.initSync({ module: new WebAssembly.Module(wasm) });
  const loaded = performance.now();
  const engine = glue.Engine.fromPacks(bundle);
  const linked = performance.now();
  engine.check({ kind: "livestream", script: "全网最好" }, { ...options, scope: "text" });
  loads.push([performance.now() - begun, loaded - begun, linked - loaded]);
  Engine = glue.Engine;
}
loads.sort((a, b) => a[0] - b[0]);
const [all, module, packs] = loads[loads.length >> 1];
console.log(`cold load and first check: ${all.toFixed(1)} ms (module ${module.toFixed(1)}, packs ${packs.toFixed(1)}; bundle ${bundle.length} bytes)`);

const encoder = new TextEncoder();
const batch = (n) => encoder.encode(Array.from({ length: n }, (_, i) => JSON.stringify(listing(i))).join("\n") + "\n");
const rate = (engine, opts, n) => {
  const lines = batch(n);
  engine.checkBatch(lines, opts);
  return (n / timed(7, () => engine.checkBatch(lines, opts))) * 1000;
};
const full = Engine.fromPacks(bundle);
console.log(`full packs, 20-field listing, batch: ${rate(full, options, 500).toFixed(0)} reports/s; decision only ${rate(full, { ...options, detail: "decision" }, 500).toFixed(0)}/s`);
const bytes = encoder.encode(script).length;
const text = { ...options, scope: "text" };
const json = JSON.stringify({ kind: "livestream", script });
const opts = JSON.stringify(text);
console.log(`script of ${bytes} bytes: ${timed(50, () => full.checkJson(json, opts)).toFixed(3)} ms report, ${timed(50, () => full.checkJson(json, JSON.stringify({ ...text, detail: "decision" }))).toFixed(3)} ms decision`);

// Ten rules on facts, as a platform's own small pack.
if (process.env.ZHUNZE_TEN_RULES) {
  const ten = Engine.fromPacks(await readFile(process.env.ZHUNZE_TEN_RULES));
  console.log(`ten field rules, 20-field listing, batch: ${rate(ten, options, 5000).toFixed(0)} reports/s; decision only ${rate(ten, { ...options, detail: "decision" }, 5000).toFixed(0)}/s`);
}
