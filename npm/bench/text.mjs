// The full scan (fold, automaton, claims, spans) in WebAssembly against daachorse alone, over the same 10 MB in the same run.
import { readFile } from "node:fs/promises";

const module = await WebAssembly.compile(await readFile(process.env.ZHUNZE_BENCH_WASM));
const { exports: bench } = await WebAssembly.instantiate(module, {});
const bytes = bench.prepare(10_000_000);
const runs = ["scan", "daachorse_charwise", "daachorse_bytewise"];
const best = new Map(runs.map((name) => [name, Infinity]));
const counts = new Map();
for (let round = 0; round < 7; round++) {
  for (const name of runs) {
    const begun = performance.now();
    counts.set(name, bench[name]());
    best.set(name, Math.min(best.get(name), performance.now() - begun));
  }
}
const speed = (name) => bytes / 1e3 / best.get(name);
console.log(`${(bytes / 1e6).toFixed(1)} MB: a match every ${Math.round(bytes / counts.get("scan"))} bytes, a word every ${Math.round(bytes / counts.get("daachorse_charwise"))}`);
for (const name of runs) {
  const ratio = name === "scan" ? "" : `, scan at ${(speed("scan") / speed(name)).toFixed(2)} of it`;
  console.log(`${name.padEnd(20)} ${speed(name).toFixed(0).padStart(6)} MB/s${ratio}`);
}
