// How long a host waits for the engine's module: read from disk, compiled, started.
import { readFile } from "node:fs/promises";

const file = new URL("../dist/wasm/runtime/zhunze_bg.wasm", import.meta.url);
const rounds = 20;
const times = [];
for (let round = 0; round < rounds; round++) {
  const begun = performance.now();
  const { initSync } = await import(`../dist/wasm/runtime/zhunze.js?${round}`);
  initSync({ module: await readFile(file) });
  times.push(performance.now() - begun);
}
times.sort((a, b) => a - b);
console.log(`load: median ${times[rounds / 2].toFixed(2)} ms, worst ${times.at(-1).toFixed(2)} ms of ${rounds}`);
