// The same input, packs and dates give the same bytes natively and in WebAssembly.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Engine } from "zhunze";

const cli = process.env.ZHUNZE_CLI;
const root = process.env.ZHUNZE_ROOT;
const dates = { as_of: "2026-11-21", on: "2026-11-21" };

/** Numbers from 0 below n, the same sequence every time. */
function sequence(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Subjects of every kind: words cut from the example script and facts drawn at random, some of them missing or wrong. */
function subjects(count) {
  const pick = sequence(20261121);
  const script = readFileSync(join(root, "examples/livestream.txt"), "utf8");
  const room = JSON.parse(readFileSync(join(root, "examples/room.json"), "utf8"));
  const listing = JSON.parse(readFileSync(join(root, "examples/listing.json"), "utf8"));
  const words = () => {
    const chars = [...script];
    const start = pick(chars.length);
    return chars.slice(start, start + pick(400)).join("");
  };
  const drop = (subject) => Object.fromEntries(Object.entries(subject).filter(([key]) => key === "kind" || pick(3) > 0));
  const kinds = [
    () => ({ kind: "livestream", script: words() }),
    () => ({ kind: "listing", title: words().slice(0, 30), description: words(), texts: [] }),
    () => ({ ...drop(listing), description: words() }),
    () => ({ ...drop(room), script: words() }),
    () => ({ kind: "listing", title: 5 }),
  ];
  return Array.from({ length: count }, () => kinds[pick(kinds.length)]());
}

test("native and WebAssembly reports are the same bytes", async () => {
  const engine = await Engine.builtIn();
  const input = subjects(400).map((subject) => JSON.stringify(subject)).join("\n") + "\n";
  writeFileSync("subjects.ndjson", input);
  for (const scope of ["all", "text"]) {
    for (const detail of ["decision", "findings", "all"]) {
      const flags = ["--as-of", dates.as_of, "--on", dates.on, "--scope", scope, "--detail", detail];
      let native;
      try {
        native = execFileSync(cli, ["batch", "subjects.ndjson", ...flags], { maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
      } catch (failed) {
        native = failed.stdout; // exit 1 or 2: something blocks, or a line is bad
      }
      const wasm = engine.checkBatch(new TextEncoder().encode(input), { ...dates, scope, detail });
      assert.ok(native.length > 10_000);
      assert.ok(Buffer.from(wasm).equals(native), `scope ${scope}, detail ${detail}`);
    }
  }
});
