// The page's own reckoning: citations as the law writes them, marks that overlap, edits that must not move each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runnerImport } from "vite";

const load = async (name) => (await runnerImport(new URL(`../src/${name}`, import.meta.url).pathname)).module;
const { numeral, cited } = await load("cite.ts");
const { pieces, edits, inReadingOrder } = await load("marks.ts");

const finding = (...ranges) => ({ spans: ranges.map((utf16) => ({ path: "/script", utf16 })) });

test("numbers read as in Chinese law", () => {
  const read = { 1: "一", 10: "十", 11: "十一", 20: "二十", 46: "四十六", 100: "一百", 101: "一百零一", 110: "一百一十", 999: "九百九十九" };
  for (const [value, written] of Object.entries(read)) assert.equal(numeral(Number(value)), written);
});

test("a citation names article, inserted article, paragraph, item or section", () => {
  const title = { zh: "中华人民共和国广告法", en: "Advertising Law" };
  const cite = (place) => ({ law: "advertising-law", title, version: "2021-04-29", text_status: "full", ...place });
  assert.equal(cited(cite({ article: 9, item: 3 }), "zh"), "《广告法》第九条第三项");
  assert.equal(cited(cite({ article: 10, sub: 1, paragraph: 2 }), "zh"), "《广告法》第十条之一第二款");
  assert.equal(cited(cite({ section: "五（三）" }), "zh"), "《广告法》五（三）");
  assert.equal(cited(cite({ article: 9, item: 3 }), "en"), "Advertising Law, art. 9 item 3");
});

test("pieces of overlapping findings give the text back, each with all that cover it", () => {
  const text = "全网最好😀的霜";
  const cut = pieces(text, "/script", [finding([0, 4]), finding([2, 6]), { spans: [{ path: "/title", utf16: [0, 1] }] }]);
  assert.equal(cut.map((piece) => piece.text).join(""), text);
  assert.deepEqual(cut.map((piece) => [piece.text, piece.findings]), [["全网", [0]], ["最好", [0, 1]], ["😀", [1]], ["的霜", []]]);
  assert.deepEqual(pieces("", "/script", []), []);
});

test("edits come last first, and of two that overlap the earlier stays", () => {
  const edit = (start, end) => ({ path: "/script", utf16: [start, end], insert: "" });
  const fixes = [{ edits: [edit(4, 6), edit(0, 2)] }, { edits: [edit(5, 8), { ...edit(1, 9), path: "/title" }] }];
  assert.deepEqual(edits(fixes, "/script").map(({ utf16 }) => utf16), [[4, 6], [0, 2]]);
});

test("findings stand in reading order, those without a place last", () => {
  const [late, nowhere, early] = [finding([7, 8], [5, 6]), finding(), finding([1, 2])];
  assert.deepEqual(inReadingOrder([late, nowhere, early], "/script"), [early, late, nowhere]);
});
