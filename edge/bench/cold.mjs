// How long it takes from starting a runtime to its first report, in a folder where the packed packages are installed
// (`target/edge-user`, after the tests): ZHUNZE_ROOT=../.. node ../../edge/bench/cold.mjs
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { listing, RUNTIMES, start } = await import(pathToFileURL("runtimes.mjs"));
const rounds = 7;
const check = (url) => fetch(`${url}/check`, { method: "POST", body: listing, headers: { "content-type": "application/json" } });

/** Processor seconds and memory of a process, from Linux. */
function used(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
  return { processor: (Number(fields[11]) + Number(fields[12])) * 10, memory };
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

console.log("runtime   first report   processor time   then, each report   memory");
for (const name of RUNTIMES) {
  const first = [];
  const processor = [];
  const memory = [];
  const later = [];
  for (let round = 0; round < rounds; round++) {
    const server = await start(name, { until: check });
    const now = used(server.pid);
    first.push(server.took);
    processor.push(now.processor);
    for (let i = 0; i < 40; i++) await (await check(server.url)).arrayBuffer();
    for (let i = 0; i < 20; i++) {
      const begun = performance.now();
      await (await check(server.url)).arrayBuffer();
      later.push(performance.now() - begun);
    }
    memory.push(used(server.pid).memory);
    await server.end();
  }
  const cells = [median(first).toFixed(0), median(processor).toFixed(0), median(later).toFixed(1), median(memory).toFixed(0)];
  console.log(`${name.padEnd(8)} ${cells[0].padStart(9)} ms ${cells[1].padStart(13)} ms ${cells[2].padStart(16)} ms ${cells[3].padStart(9)} MB`);
}
