// The page's own reckoning: citations as the law writes them, facts by their path, files as they come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runnerImport } from "vite";

const load = async (name) => (await runnerImport(new URL(`../../${name}`, import.meta.url).pathname)).module;
const { numeral, cited, onOtherLaw } = await load("editor/src/cite.ts");
const { inReadingOrder } = await load("editor/src/marks.ts");
const { missing, need, state, stated } = await load("editor/src/needs.ts");
const { decoded, subtitles } = await load("www/src/script/files.ts");
const { gather, grouped } = await load("www/src/script/groups.ts");
const { arriving, clock, millis } = await load("www/src/live/arriving.ts");
const { asOneText, pieces, quoted, Stream } = await load("www/src/live/stream.ts");

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
  assert.deepEqual(cues, [{ time: "01:02.500 --> 01:04.000 align:start", speaker: "阿宁" }]);
});

test("what blocks comes first, what was reviewed last", () => {
  const one = (rule, status, severity, text) => ({ rule, status, severity, spans: [{ path: `/${rule}`, utf16: [0, 1], text }] });
  const groups = grouped(
    [one("a", "suspected", "high", "甲"), one("b", "violation", "low", "乙"), one("c", "violation", "medium", "丙"), one("d", "violation", "high", "丁"), one("d", "violation", "high", "戊"), one("e", "undetermined", "high", "己")],
    [{ rule: "c", quote: "丙", reason: "", on: "" }],
  );
  assert.deepEqual(groups.map(({ step, findings }) => [step, findings.map(({ rule }) => rule).join("")]), [["first", "dd"], ["second", "a"], ["third", "e"], ["last", "b"], ["done", "c"]]);
});

const about = (rule, status, ...spans) => ({ rule, status, severity: "high", spans: spans.map(([path, from, to, text = ""]) => ({ path, utf16: [from, to], chars: [from, to], utf8: [from, to], text })) });

test("a suspicion about words that are marked as a breach is told with that mark", () => {
  const breach = about("a", "violation", ["/script", 10, 14], ["/script", 200, 204]);
  const inside = about("b", "suspected", ["/script", 12, 20]);
  const judged = about("c", "needs-judgement", ["/script", 203, 206], ["/script", 11, 12]);
  const half = about("d", "suspected", ["/script", 12, 20], ["/script", 50, 52]);
  const beside = about("e", "suspected", ["/script", 14, 16]);
  const elsewhere = about("f", "suspected", ["/title", 10, 14]);
  const lacking = about("g", "undetermined", ["/script", 10, 14]);
  const second = about("h", "violation", ["/script", 10, 14]);
  const all = [inside, breach, judged, half, beside, elsewhere, lacking, second];
  assert.deepEqual(gather(all).map(({ finding, also }) => [finding.rule, also.map(({ rule }) => rule).join("")]), [["a", "bc"], ["d", ""], ["e", ""], ["f", ""], ["g", ""], ["h", ""]]);
  const [first] = grouped([breach, inside, { ...inside }], []);
  assert.deepEqual([first.findings, first.also], [[breach], [inside]]);
  const reviewed = grouped([{ ...breach, spans: [{ ...breach.spans[0], text: "甲" }] }, inside], [{ rule: "a", quote: "甲", reason: "", on: "" }]);
  assert.deepEqual(reviewed.map(({ step, also }) => [step, also.length]), [["second", 0], ["done", 0]]);
});

test("the same law on the same words is not told twice", () => {
  const [one, two] = [{ law: "a", article: 9, title: { zh: "甲法" } }, { law: "a", article: 10, title: { zh: "甲法" } }];
  const rule = (...cites) => ({ cites });
  assert.deepEqual(onOtherLaw(rule(one), [rule(one), rule(two), rule(one, two)]), [rule(two), rule(one, two)]);
});

test("segments arrive at the times of their cues, or at the pace of speech", () => {
  assert.deepEqual([millis("01:02:03,456"), millis("02:03.4"), millis("x")], [3_723_456, 123_400, undefined]);
  assert.deepEqual([clock(123_400), clock(3_723_456)], ["2:03", "1:02:03"]);
  const srt = subtitles("1\n00:00:05,000 --> 00:00:06,000\n甲\n\n2\n00:00:04,000 --> 00:00:03,000\n乙\n");
  assert.deepEqual(arriving(srt), [
    { at: 5000, segment: { text: "甲", start_ms: 5000, end_ms: 6000 } },
    { at: 5000, segment: { text: "乙", start_ms: 4000 } },
  ]);
  const [first, second] = arriving({ text: "四个字呀\n\n 乙" });
  assert.deepEqual([first, second.segment], [{ at: 0, segment: { text: "四个字呀" } }, { text: "乙" }]);
  assert.ok(second.at > 0);
});

const nothing = { new: [], final: [], withdrawn: [], exempt: [], waived: [] };
const marks = (stream) => stream.lines.map(({ marks }) => marks.map(({ from, to, tone, provisional }) => `${from}-${to} ${tone}${provisional ? "?" : ""}`).join());

test("marks are provisional, then final, or they vanish", () => {
  const stream = new Stream();
  stream.take({ text: "全网最" }, nothing);
  const cut = about("a", "violation", ["/script/0/text", 0, 3, "全网最"], ["/script/1/text", 0, 1, "低"]);
  const doubt = about("b", "suspected", ["/script/1/text", 1, 2]);
  stream.take({ text: "低价" }, { ...nothing, new: [{ id: 0, finding: cut }, { id: 1, finding: doubt }] });
  assert.deepEqual(marks(stream), ["0-3 breach?", "0-1 breach?,1-2 doubt?"]);
  const before = stream.lines[0];
  stream.take({ text: "好" }, { ...nothing, withdrawn: [1] });
  assert.deepEqual(marks(stream), ["0-3 breach?", "0-1 breach?", ""]);
  assert.equal(stream.lines[0], before, "a line whose marks stay is not made again");
  stream.take({ text: "的" }, { ...nothing, final: [{ id: 0, finding: cut }] });
  assert.deepEqual(marks(stream), ["0-3 breach", "0-1 breach", "", ""]);
  assert.deepEqual([...stream.provisional], []);
  assert.deepEqual(quoted(cut.spans).map(({ text }) => text), ["全网最低"]);
});

test("what is still to be said is listed, ticked off, and at the end told for good", () => {
  const stream = new Stream();
  const seen = about("a", "violation", ["/script/0", 0, 2]);
  const notice = about("n", "undetermined", ["/script/0", 2, 3]);
  stream.take({ text: "保健品" }, { ...nothing, new: [{ id: 4, finding: seen }] });
  stream.wouldLack({ findings: [seen, notice] });
  assert.deepEqual([stream.open, stream.settled, marks(stream)], [[notice], [], ["0-2 breach?,2-3 open?"]]);
  stream.wouldLack({ findings: [seen] });
  assert.deepEqual([stream.open, stream.settled, marks(stream)], [[], [notice], ["0-2 breach?"]]);
  const whole = stream.finish({ findings: [seen, notice], exempt: [], waived: [] });
  assert.deepEqual([stream.open, stream.settled, marks(stream)], [[notice], [], ["0-2 breach,2-3 open"]]);
  assert.deepEqual(whole.findings, [seen, notice]);
});

test("a line is cut at its marks, and the worst is shown", () => {
  const mark = (from, to, tone, provisional) => ({ from, to, tone, provisional });
  const cut = pieces({ segment: { text: "零一二三四" }, marks: [mark(1, 4, "doubt", false), mark(2, 3, "breach", true)] });
  assert.deepEqual(cut.map(({ text, mark }) => [text, mark?.tone]), [["零", undefined], ["一", "doubt"], ["二", "breach"], ["三", "doubt"], ["四", undefined]]);
});

test("a transcript is one text with every place in it", () => {
  const lines = [{ segment: { text: "𠮷好" }, marks: [] }, { segment: { text: "最好" }, marks: [] }];
  const { text, report } = asOneText(lines, { findings: [about("a", "violation", ["/script/1", 0, 1], ["/title", 0, 1])] });
  assert.equal(text, "𠮷好\n最好");
  const [{ spans }] = report.findings;
  assert.deepEqual(spans.map(({ path, utf16, chars, utf8 }) => [path, utf16, chars, utf8]), [["/script", [4, 5], [3, 4], [8, 9]]]);
});
