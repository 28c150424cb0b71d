//! Speech in segments: what one person says without a long pause is read as one text, and a finding points into every segment of it.
#![cfg(feature = "compiler")]

mod common;
use common::{engine, options, rule, statuses};
use serde_json::{Value, json};
use zhunze::engine::Engine;
use zhunze::report::Report;

const LEXICON: &str = "
lexicon 极限词 (superlatives) { 最好 国家级 全网最低 第一 TOP }
pattern 数价 (price) = num:p(元|块)
fold separator = { \" \" }
context 否定 (negation) { preceded-by (不是|并非) within 4 }
context 来源 (source) { nearby-has (来源) }
";

fn speech() -> Engine {
    engine(&format!(
        "{LEXICON}{}{}",
        rule(
            "r",
            "applies livestream\n  forbid says <superlatives>\n  outside negation, source\n  fix replace \"很好\" safe"
        ),
        rule("p", "binds host\n  applies livestream\n  forbid says <price> where (p < 5)")
    ))
}

fn checked(script: Value) -> Report {
    let subject = json!({"kind": "livestream", "title": null, "products": [], "script": script});
    let report = speech().check(&subject, &options()).unwrap_or_else(|e| panic!("{e}"));
    for span in report.findings.iter().flat_map(|f| &f.spans) {
        let text = subject.pointer(&span.path).unwrap().as_str().unwrap();
        let units: Vec<u16> = text.encode_utf16().collect();
        let chars: String = text.chars().skip(span.chars[0]).take(span.chars[1] - span.chars[0]).collect();
        assert_eq!(&text[span.utf8[0]..span.utf8[1]], span.text);
        assert_eq!(String::from_utf16(&units[span.utf16[0]..span.utf16[1]]).unwrap(), span.text);
        assert_eq!(chars, span.text);
    }
    report
}

/// The words of each finding, by segment.
fn told(script: Value) -> Vec<Vec<(String, String)>> {
    let spans = |f: &zhunze::report::Finding| f.spans.iter().map(|s| (s.path.clone(), s.text.clone())).collect();
    checked(script).findings.iter().map(spans).collect()
}

fn split(parts: &[(&str, &str)]) -> Vec<(String, String)> {
    parts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_word_cut_by_segments_is_found_with_a_span_in_each() {
    let found = told(json!([{"text": "这是全"}, {"text": "网"}, {"text": "最低的"}]));
    assert_eq!(found, [split(&[("/script/0/text", "全"), ("/script/1/text", "网"), ("/script/2/text", "最低")])]);
    // Plain strings are segments too.
    assert_eq!(told(json!(["说😀最", "好"])), [split(&[("/script/0", "最"), ("/script/1", "好")])]);
}

#[test]
fn a_script_that_is_declared_as_words_is_speech_too() {
    let rule = rule("r", "applies livestream\n  forbid says <superlatives>");
    let words = common::PREAMBLE.replace("list<讲解段>", "copy");
    let engine = common::engine_of(&[format!("{words}{LEXICON}{rule}")]);
    let count = |script: Value| {
        let subject = json!({"kind": "livestream", "title": null, "products": [], "script": script});
        engine.check(&subject, &options()).unwrap().findings.len()
    };
    assert_eq!(count(json!([{"text": "最"}, {"text": "好"}])), 1);
    assert_eq!(count(json!(["最", "好"])), 1);
    assert_eq!(count(json!([{"text": "最", "speaker": "甲"}, {"text": "好", "speaker": "乙"}])), 0);
    assert_eq!(count(json!([{"text": "最", "start_ms": 0, "end_ms": 9}, {"text": "好", "start_ms": 2010}])), 0);
    assert_eq!(count(json!([{"text": "最", "channel": "screen"}, {"text": "好", "channel": "screen"}])), 0);
    assert_eq!(count(json!([{"text": "最", "channel": "口播"}, {"text": "好", "channel": "speech"}])), 1);
}

#[test]
fn other_speakers_products_channels_and_long_pauses_part_words() {
    let at = |from: u32, to: u32, text: &str| json!({"start_ms": from, "end_ms": to, "text": text});
    assert_eq!(told(json!([at(0, 1000, "最"), at(3000, 4000, "好")])).len(), 1);
    assert_eq!(told(json!([at(0, 1000, "最"), at(3001, 4000, "好")])).len(), 0);
    assert_eq!(told(json!([at(5000, 6000, "最"), at(4000, 4500, "好")])).len(), 0);
    let from = |from: u32, text: &str| json!({"start_ms": from, "text": text});
    assert_eq!(told(json!([from(0, "最"), from(10_000, "好")])).len(), 1);
    assert_eq!(told(json!([from(0, "最"), from(10_001, "好")])).len(), 0);
    let by = |key: &str, value: &str, text: &str| json!({key: value, "text": text});
    assert_eq!(told(json!([by("speaker", "甲", "最"), by("speaker", "甲", "好")])).len(), 1);
    assert_eq!(told(json!([by("speaker", "甲", "最"), by("speaker", "乙", "好")])).len(), 0);
    assert_eq!(told(json!([by("channel", "speech", "最"), by("channel", "speech", "好")])).len(), 1);
    assert_eq!(told(json!([by("channel", "screen", "最"), by("channel", "screen", "好")])).len(), 0);
    assert_eq!(told(json!([by("channel", "speech", "最"), by("channel", "screen", "好")])).len(), 0);
    let subject = |a: u32, b: u32| {
        let script = [(a, "最"), (b, "好")].map(|(p, text)| json!({"product": p, "text": text}));
        json!({"kind": "livestream", "title": null, "products": [{"title": "甲"}, {"title": "乙"}], "script": script})
    };
    let count =
        |s: &Value| statuses(&speech().check(s, &options()).unwrap()).iter().filter(|s| s.starts_with("r: v")).count();
    assert_eq!((count(&subject(0, 0)), count(&subject(0, 1))), (1, 0));
}

#[test]
fn sentence_marks_stay_and_numbers_do_not_run_together() {
    // A mark parts words, and the context of a sentence ends there.
    assert_eq!(told(json!(["最。", "好"])).len(), 0);
    assert_eq!(told(json!(["不是", "最好"])).len(), 0);
    assert_eq!(told(json!(["不是。", "最好"])).len(), 1);
    assert_eq!(told(json!(["好。最好。", "数据来源见屏幕"])).len(), 0);
    // 1 and 4块 are no 14块; TO and P are two words.
    assert_eq!(told(json!(["1", "4块"])).len(), 1);
    assert_eq!(told(json!(["TO", "P"])).len(), 0);
}

#[test]
fn speech_without_marks_is_cut_at_a_segment() {
    let long = "好".repeat(119);
    assert_eq!(told(json!([long, "最", "好"])).len(), 0);
    assert_eq!(told(json!(["好".repeat(118), "最", "好"])).len(), 1);
    assert_eq!(told(json!([format!("{long}。"), "最", "好"])).len(), 1);
}

#[test]
fn a_fix_across_segments_edits_each() {
    let report = checked(json!(["这个最", "好用"]));
    let fix = &report.findings[0].fixes[0];
    assert!(fix.safe);
    let edits: Vec<_> = fix.edits.iter().map(|e| (e.path.as_str(), e.utf16, e.insert.as_str())).collect();
    assert_eq!(edits, [("/script/0", [2, 3], "很好"), ("/script/1", [0, 1], "")]);
}

#[test]
fn a_waiver_holds_only_where_all_of_the_words_stand_below_it() {
    let report = |scope: &str| {
        let waiver =
            json!([{"rule": "cn.test/r", "scope": scope, "reason": "试", "author": "甲", "expiry": "2027-01-01"}]);
        let subject =
            json!({"kind": "livestream", "title": null, "products": [], "script": ["最", "好"], "waivers": waiver});
        speech().check(&subject, &options()).unwrap()
    };
    assert_eq!((report("/script/0").findings.len(), report("/script/0").waived.len()), (1, 0));
    assert_eq!((report("/script").findings.len(), report("/script").waived.len()), (0, 1));
}
