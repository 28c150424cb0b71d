// The grammar colours what it should, as VS Code's own tokenizer reads it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");

const read = (path) => readFile(new URL(path, import.meta.url));
await oniguruma.loadWASM((await readFile(require.resolve("vscode-oniguruma/release/onig.wasm"))).buffer);
const registry = new Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) =>
    scope === "source.zhunze"
      ? parseRawGrammar(String(await read("../syntaxes/zhunze.tmLanguage.json")), "zhunze.tmLanguage.json")
      : null,
});
const grammar = await registry.loadGrammar("source.zhunze");

/** The innermost scope of a piece of a line. */
function scope(line, piece) {
  const at = line.indexOf(piece);
  const token = grammar.tokenizeLine(line, INITIAL).tokens.find((t) => t.startIndex <= at && at < t.endIndex);
  return token.scopes.at(-1).replace(/\.zhunze$/, "");
}

test("both languages are coloured alike", () => {
  for (const [line, piece, expected] of [
    ["规则 绝对化用语 (absolute-terms) {", "规则", "keyword.control.item"],
    ["规则 绝对化用语 (absolute-terms) {", "绝对化用语", "entity.name.type"],
    ["规则 绝对化用语 (absolute-terms) {", "absolute-terms", "entity.name.tag.id"],
    ["rule absolute-terms {", "rule", "keyword.control.item"],
    ["  禁止 出现 <最高级主张>", "禁止", "keyword.other"],
    ["  forbid says <superlative>", "says", "keyword.other"],
    ["  禁止 出现 <最高级主张>", "最高级主张", "variable.other.reference"],
    ["  依据 advertising-law 第九条第三项", "第九条第三项", "constant.other.citation"],
    ["  cites advertising-law article 9 item 3", "article 9 item 3", "constant.other.citation"],
    ["  施行 2015-09-01", "2015-09-01", "constant.numeric.date"],
    ['  例 违反 "全网最好" # 注', "全网最好", "string.quoted.double"],
    ['  例 违反 "全网最好" # 注', "# 注", "comment.line.number-sign"],
    ['  例 违反 "说\\"好\\""', '\\"', "constant.character.escape"],
    ["  当 商品.价格 >= 199.90 元", ">=", "keyword.operator"],
    ["  当 商品.价格 >= 199.90 元", "199.90", "constant.numeric"],
  ]) {
    assert.equal(scope(line, piece), expected, `${piece} in ${line}`);
  }
});

test("a keyword inside a name or a text is none", () => {
  assert.equal(scope("  适用例外 甲", "适用例外"), "source");
  assert.equal(scope('  说明 "禁止 出现"', "禁止"), "string.quoted.double");
  assert.equal(scope("  advertising-cites x", "cites"), "source");
});
