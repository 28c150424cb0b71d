// The page's own reckoning: citations as the law writes them, facts by their path, files as they come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runnerImport } from "vite";

const load = async (name) => (await runnerImport(new URL(`../../${name}`, import.meta.url).pathname)).module;
const { numeral, cited } = await load("editor/src/cite.ts");
const { inReadingOrder } = await load("editor/src/marks.ts");
const { missing, need, state, stated } = await load("editor/src/needs.ts");
const { decoded, subtitles } = await load("www/src/script/files.ts");
const { grouped } = await load("www/src/script/groups.ts");

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
  const guide = { zh: "《中华人民共和国广告法》适用问题执法指南（一）" };
  assert.equal(cited({ ...cite({ article: 4 }), title: guide }, "zh"), "《〈中华人民共和国广告法〉适用问题执法指南（一）》第四条");
  assert.equal(cited(cite({ article: 9, item: 3 }), "en"), "Advertising Law, art. 9 item 3");
});

test("findings stand in reading order, those without a place last", () => {
  const [late, nowhere, early] = [finding([7, 8], [5, 6]), finding(), finding([1, 2])];
  assert.deepEqual(inReadingOrder([late, nowhere, early], "/script"), [early, late, nowhere]);
});

const schema = {
  $defs: {
    livestream: { properties: { products: { type: ["array", "null"], items: { anyOf: [{ $ref: "#/$defs/listing" }, { type: "null" }] } }, script: { $ref: "#/$defs/copy" } } },
    listing: { properties: { category: { anyOf: [{ $ref: "#/$defs/category" }, { type: "null" }], title: "类目" }, stock: { type: ["integer", "null"], title: "库存" }, marks: { type: ["array", "null"], items: { anyOf: [{ $ref: "#/$defs/mark" }, { type: "null" }] } } } },
    mark: { enum: ["a", "b"] },
    category: { enum: ["food", "drug"] },
    copy: { type: ["string", "array"] },
  },
};

test("a fact that is missing becomes one question, whatever it stands in", () => {
  assert.deepEqual(need("products[].category", "livestream", schema), { path: "products[].category", title: "类目", description: "", control: "category", choices: ["food", "drug"], of: "category" });
  assert.equal(need("products[].stock", "livestream", schema).control, "whole");
  const { control, choices, of } = need("marks", "listing", schema);
  assert.deepEqual([control, choices, of], ["several", ["a", "b"], "mark"]);
  for (const path of ["products", "script", "nothing", "products[].nothing"]) assert.equal(need(path, "livestream", schema), undefined);
});

test("facts are stated and taken back by their path, without changing what was given", () => {
  const facts = { products: [{ stock: 3 }] };
  const known = state(facts, "products[].category", "food");
  assert.deepEqual(known, { products: [{ stock: 3, category: "food" }] });
  assert.equal(stated(known, "products[].category"), "food");
  assert.deepEqual(state(known, "products[].category", undefined), facts);
  assert.deepEqual(state({}, "seller.licence", "x"), { seller: { licence: "x" } });
  assert.deepEqual(facts, { products: [{ stock: 3 }] });
});

test("what a report lacks is found in its findings and its hints", () => {
  const report = {
    findings: [{ missing: ["seller.licence", "states <x>"] }, {}],
    input_warnings: [{ path: "", message: { zh: "", en: "some of what is said depends on products[].category; 2 rules draw no conclusion" } }],
  };
  assert.deepEqual(missing(report), ["seller.licence", "products[].category"]);
});

test("text is read in the encoding it has", () => {
  assert.equal(decoded(new TextEncoder().encode("国家级")), "国家级");
  assert.equal(decoded(Uint8Array.from([0xb9, 0xfa])), "国");
  assert.equal(decoded(Uint8Array.from([0xff, 0xfe, 0xfd, 0x56])), "国");
});

test("subtitles give a line a cue and nothing else", () => {
  const { text, cues } = subtitles("WEBVTT\n\nSTYLE\n::cue {}\n\nx\n01:02.500 --> 01:04.000 align:start\n<v 阿宁>你好\n大家好\n\n00:00:05.000 --> 00:00:06.000\n\n");
  assert.equal(text, "你好 大家好");
  assert.deepEqual(cues, [{ time: "01:02.500 --> 01:04.000 align:start" }]);
});

test("what blocks comes first, what was reviewed last", () => {
  const one = (rule, status, severity, text) => ({ rule, status, severity, spans: [{ text }] });
  const groups = grouped(
    [one("a", "suspected", "high", "甲"), one("b", "violation", "low", "乙"), one("c", "violation", "medium", "丙"), one("d", "violation", "high", "丁"), one("d", "violation", "high", "戊"), one("e", "undetermined", "high", "己")],
    [{ rule: "c", quote: "丙", reason: "", on: "" }],
  );
  assert.deepEqual(groups.map(({ step, findings }) => [step, findings.map(({ rule }) => rule).join("")]), [["first", "dd"], ["second", "a"], ["third", "e"], ["last", "b"], ["done", "c"]]);
});
