// The module as any WebAssembly host sees it: no imports, JSON in, JSON out.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const module = new WebAssembly.Module(await readFile(process.env.ZHUNZE_ABI_WASM));
const bundle = await readFile(process.env.ZHUNZE_BUNDLE);
const options = JSON.stringify({ as_of: "2026-11-21" });

function host() {
  const { exports: zz } = new WebAssembly.Instance(module, {});
  const lend = (bytes, use) => {
    const ptr = zz.zz_alloc(bytes.length);
    new Uint8Array(zz.memory.buffer, ptr, bytes.length).set(bytes);
    try {
      return use(ptr, bytes.length);
    } finally {
      zz.zz_free(ptr, bytes.length);
    }
  };
  const text = (string, use) => lend(new TextEncoder().encode(string), use);
  return {
    open: (bytes) => lend(bytes, zz.zz_open),
    close: zz.zz_close,
    check: (handle, subject, opts = options) =>
      text(subject, (s, sl) => text(opts, (o, ol) => zz.zz_check(handle, s, sl, o, ol))),
    result: () => new TextDecoder().decode(new Uint8Array(zz.memory.buffer, zz.zz_result(), zz.zz_result_len())),
  };
}

test("needs nothing from its host", () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
});

test("checks a subject and answers the report", () => {
  const zz = host();
  const handle = zz.open(bundle);
  assert.ok(handle > 0, handle === 0 ? zz.result() : "");
  assert.equal(zz.check(handle, JSON.stringify({ kind: "listing", title: "国家级面霜" })), 1);
  const report = JSON.parse(zz.result());
  assert.equal(report.schema, "zhunze.report/1");
  assert.equal(report.decision, "block");
  assert.equal(zz.check(handle, JSON.stringify({ kind: "livestream", script: "这款面霜先试用" }), '{"as_of":"2026-11-21","scope":"text"}'), 0);
  zz.close(handle);
});

test("answers bad input with an error and goes on", () => {
  const zz = host();
  assert.equal(zz.open(new Uint8Array([1, 2, 3])), 0);
  assert.equal(JSON.parse(zz.result()).error.code, "pack");
  const handle = zz.open(bundle);
  const fails = (code, ...call) => {
    assert.equal(zz.check(...call), 2);
    assert.equal(JSON.parse(zz.result()).error.code, code);
  };
  fails("handle", handle + 7, "{}");
  fails("handle", 0, "{}");
  fails("json", handle, "{");
  fails("input", handle, '{"kind": "listing", "title": 5}');
  fails("options", handle, '{"kind": "listing"}', "{}");
  fails("options", handle, '{"kind": "listing"}', '{"as_of": "2026-02-30"}');
  assert.equal(zz.check(handle, '{"kind": "listing"}'), 0);
  zz.close(handle);
  zz.close(handle);
  fails("handle", handle, '{"kind": "listing"}');
});
