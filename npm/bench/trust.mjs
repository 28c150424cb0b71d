// How long it takes to verify the full set of packs from the wire, to load it, and to swap it in.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PackStore } from "../dist/store.node.js";
import { initSync, TrustClient } from "../dist/wasm/trust/zhunze.js";

const desk = mkdtempSync(join(tmpdir(), "zhunze-bench-"));
const zhunze = (line) => execFileSync(process.env.ZHUNZE_CLI, line.split(" "), { cwd: desk, stdio: "ignore" });
const cn = new URL("../dist/cn.zzb", import.meta.url);
cpSync(cn, join(desk, "cn.zzb"));
for (const key of ["root", "packs", "online"]) zhunze(`keygen -o ${key}`);
zhunze("root -o root.json --role root=root.pub --role targets=packs.pub --role snapshot=online.pub --role timestamp=online.pub");
zhunze("sign root.json --key root");
zhunze("sign cn.zzb -o targets.json --key packs --issuer bench --id cn --law-status 2026-11-20");
zhunze("publish site cn.zzb --root root.json --targets targets.json --key online");

const root = new Uint8Array(readFileSync(join(desk, "root.json")));
const file = (path) => {
  try {
    return new Uint8Array(readFileSync(join(desk, "site", path)));
  } catch {
    return undefined;
  }
};
const files = new Map();
initSync({ module: readFileSync(new URL("../dist/wasm/trust/zhunze_bg.wasm", import.meta.url)) });
const options = JSON.stringify({ now: Math.floor(Date.now() / 1000) });

const times = { metadata: [], pack: [], nothing: [] };
let kept = [];
let inUse = options;
for (let round = 0; round < 40; round++) {
  for (const start of [[], kept]) {
    let begun = performance.now();
    const client = TrustClient.start(root, start, start.length > 0 ? inUse : options);
    for (let want = client.want(); want !== undefined; want = client.want()) {
      if (!files.has(want.path)) files.set(want.path, file(want.path));
      const bytes = files.get(want.path);
      if (want.path.startsWith("targets/")) {
        times.metadata.push(performance.now() - begun);
        begun = performance.now();
      }
      client.take(bytes);
    }
    if (start.length > 0) times.nothing.push(performance.now() - begun);
    else {
      times.pack.push(performance.now() - begun);
      kept = [...client.changes(), ...client.commit()];
      const [pack] = kept.find(([name]) => name.startsWith("packs/"));
      inUse = JSON.stringify({ ...JSON.parse(options), in_use: [pack.slice(6)] });
    }
    client.free();
  }
}

const told = (name, all) => {
  all.sort((a, b) => a - b);
  console.log(`${name}: median ${all[all.length >> 1].toFixed(2)} ms of ${all.length}`);
};
told("trust, metadata (5 signatures)", times.metadata);
told("trust, bytes of the full set", times.pack);
told("trust, an update without news", times.nothing);

const fetch = async (url) => {
  const bytes = files.get(new URL(url).pathname.slice(1));
  return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes);
};
const whole = [];
for (let round = 0; round < 5; round++) {
  const store = await PackStore.open({ root, url: "http://host", fetch });
  const begun = performance.now();
  await store.update();
  whole.push(performance.now() - begun);
}
told("trust, from the first request to the new engine, loading included", whole);
rmSync(desk, { recursive: true });
