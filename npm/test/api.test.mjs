// Exceptions that carry what is wrong, and fixes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { applyFixes, edited, Engine, InputError, PackError, safeFixes, TrustError, ZhunzeError } from "zhunze";
import { compile, CompileError, Workspace } from "zhunze/compiler";

const dates = { on: "2026-11-21", as_of: "2026-11-21" };

test("a wrong subject names every place that is wrong", async () => {
  const engine = await Engine.builtIn();
  assert.throws(
    () => engine.check({ kind: "listing", title: 5, stock: "many" }, dates),
    (error) =>
      error instanceof InputError &&
      error instanceof ZhunzeError &&
      error.code === "input" &&
      error.problems.map(({ path }) => path).sort().join() === "/stock,/title" &&
      /数字/.test(error.text.zh) &&
      /number/.test(error.text.en),
  );
});

test("wrong options, wrong JSON and wrong packs have exceptions of their own", async () => {
  const engine = await Engine.builtIn();
  assert.throws(() => engine.check({ kind: "listing" }, { as_of: "never" }), { name: "InputError", code: "options" });
  assert.throws(() => engine.checkJson("{", dates), { name: "InputError", code: "json" });
  await assert.rejects(Engine.fromPacks(new Uint8Array(9), { allowUnsigned: true }), (error) => error instanceof PackError && error.code === "pack");
});

test("packs that nobody vouches for load only when the caller says so", async () => {
  const builtIn = await readFile(createRequire(import.meta.url).resolve("zhunze/cn.zzb"));
  assert.ok((await Engine.fromPacks(builtIn)).packs().length > 5, "the built-in packs, whoever hands them over");
  const made = await compile({ "x/pack.zz": '包 x.y (1) {\n  名称 "测试" "Test"\n  层级 平台\n}\n' });
  assert.equal((await Engine.fromPacks(made)).packs()[0].id, "x.y", "compiled here");
  assert.equal((await Engine.fromPacks([builtIn, made])).packs().at(-1).id, "x.y");
  const stored = new Uint8Array(made);
  for (const packs of [stored, [builtIn, stored]]) {
    const error = await Engine.fromPacks(packs).catch((error) => error);
    assert.ok(error instanceof TrustError && error instanceof ZhunzeError, String(error));
    assert.deepEqual([error.code, error.reason, error.file], ["trust", "unsigned", `packs/${Array.isArray(packs) ? 1 : 0}`]);
    assert.ok(/allowUnsigned/.test(error.text.zh) && /allowUnsigned/.test(error.text.en));
    assert.ok((await Engine.fromPacks(packs, { allowUnsigned: true })).packs().some(({ id }) => id === "x.y"));
  }
  await assert.rejects(Engine.fromPacks(stored, { allowUnsigned: "yes" }), { reason: "unsigned" });
});

test("packs without English are the same packs, judge alike and say it in Chinese", async () => {
  const [both, chinese] = await Promise.all([Engine.builtIn(), Engine.builtIn({ english: false })]);
  assert.deepEqual(chinese.packs(), both.packs());
  const subject = { kind: "listing", title: "国家级面霜" };
  const [told, plain] = [both, chinese].map((engine) => engine.check(subject, { ...dates, scope: "text" }));
  assert.deepEqual(plain.findings.map(({ rule, status }) => [rule, status]), told.findings.map(({ rule, status }) => [rule, status]));
  assert.deepEqual(plain.findings.map(({ message }) => message.zh), told.findings.map(({ message }) => message.zh));
  assert.match(told.findings[0].message.en, /[a-z]{3}/);
  assert.doesNotMatch(plain.findings[0].message.en ?? "", /[a-z]{3}/);
  // A receipt of one is proved by the other, and a session goes on with it.
  assert.equal(both.replay(chinese.receipt(JSON.stringify(subject), dates), JSON.stringify(subject)).verdict, "proved");
  const session = chinese.session({ kind: "livestream" }, { ...dates, scope: "text" });
  session.push({ text: "国家级" });
  const resumed = both.resume(session.save(), { ...dates, scope: "text" });
  resumed.append("面霜");
  assert.equal(resumed.finish().decision, "block");
});

test("a workspace completes, explains, lays out and mends sources, in UTF-16 units", async () => {
  const workspace = await Workspace.open();
  const text = '# 😀 𠮷\n包 x.y (1) {\n  名称 "测试" "Test"\n  层级 平台\n}\n\n句式 促销词 (sale-words) = (秒杀|清仓)\n句式   乙 (b) = <促消词>\n';
  workspace.set("x/pack.zz", text);
  const at = text.indexOf("<促消词") + 1;
  assert.ok(workspace.complete("x/pack.zz", at).some(({ text, kind }) => text === "促销词" && kind === "words"));
  const declared = text.indexOf("促销词");
  assert.deepEqual(workspace.hover("x/pack.zz", declared + 1).range, [declared, declared + 3]);
  assert.equal(text.slice(...workspace.folds("x/pack.zz")[0]).startsWith("包 x.y"), true);
  assert.throws(() => workspace.compile("x/pack.zz"), CompileError);
  const [fix] = workspace.fixes();
  assert.deepEqual([fix.edit.insert, text.slice(...fix.edit.range)], ["促销词", "促消词"]);
  assert.match(workspace.format("x/pack.zz"), /\n句式 乙 \(b\) = <促消词>\n$/);
  workspace.set("x/pack.zz", text.replace("促消词", "促销词"));
  assert.equal((await Engine.fromPacks(workspace.compile("x/pack.zz"))).packs()[0].id, "x.y");
  workspace.set("x/pack.zz", "包 {{{");
  assert.throws(() => workspace.format("x/pack.zz"), CompileError);
  assert.deepEqual(workspace.complete("no such file", 3), []);
  workspace.free();
});

test("sources that do not compile say where", async () => {
  const error = await compile({ "p/a.zz": "包 p.a (1) {\n  层级 法律\n}\n规则 甲 (a) { 级别 高 }\n" }).catch((error) => error);
  assert.ok(error instanceof CompileError);
  assert.ok(error.diagnostics.length > 1);
  const [first] = error.diagnostics;
  assert.equal(first.file, "p/a.zz");
  assert.equal(first.line, 4);
  assert.ok(first.code && first.message.zh && first.message.en && first.level === "error");
});

test("safe fixes remove their findings, add none, and leave the subject as it was", async () => {
  const engine = await Engine.builtIn();
  const subject = { kind: "listing", title: "国家级面霜", texts: [{ channel: "image", text: "用的是顶级羊绒" }] };
  const before = engine.check(subject, { ...dates, scope: "text" });
  const fixed = engine.fix(subject, { ...dates, scope: "text" });
  assert.equal(subject.title, "国家级面霜");
  assert.equal(fixed.subject.title, "面霜");
  assert.equal(fixed.applied.length, safeFixes(before).length);
  assert.ok(fixed.report.findings.length <= before.findings.length - fixed.applied.length);
});

test("a fix that is chosen is applied wherever it stands", () => {
  const fix = { safe: false, edits: [{ path: "/texts/1/text", utf16: [2, 4], insert: "😀" }, { path: "/a~1b", utf16: [0, 1], insert: "" }] };
  const subject = { kind: "listing", "a/b": "xyz", texts: [{ text: "一" }, { text: "零一二三四" }] };
  assert.deepEqual(applyFixes(subject, [fix, fix]), { kind: "listing", "a/b": "yz", texts: [{ text: "一" }, { text: "零一😀四" }] });
  assert.equal(edited("abc", [{ utf16: [1, 2], insert: "" }, { utf16: [0, 1], insert: "__" }]), "__c");
});

test("a receipt proves its check, and an altered input is told", async () => {
  const engine = await Engine.builtIn();
  const input = JSON.stringify({ kind: "listing", title: "国家级面霜", description: "", texts: [] });
  const receipt = engine.receipt(input, { ...dates, scope: "text" });
  const written = JSON.parse(receipt);
  assert.equal(written.schema, "zhunze.receipt/1");
  assert.equal(written.decision, "block");
  assert.deepEqual(written.packs, engine.packs());
  assert.equal(engine.replay(receipt, new TextEncoder().encode(input)).verdict, "proved");
  const altered = engine.replay(receipt, `${input} `);
  assert.equal(altered.verdict, "incomparable");
  assert.equal(altered.input.agrees, false);
  assert.equal(altered.findings.agrees, true);
  assert.throws(() => engine.replay("{}", input), ZhunzeError);
});
