//! What codes, platforms and campaigns add to the law's packs: always stricter, told with its source, and only while it counts.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]

mod common;

use common::{PREAMBLE, engine_of, listing, rule, statuses, try_engine};
use serde_json::{Value, json};
use zhunze::engine::{Conduct, Engine};
use zhunze::eval::date::parse_day;
use zhunze::report::text;
use zhunze::syntax::Language;

const WORDS: &str = "lexicon superlatives { 最好 第一 }\nlexicon shops { 旗舰店 }\npattern of-all = (全网|全国) ..4 <superlatives>\n\
    pattern own-comparison = 本店 ..4 <shops>\n\
    context own (own) { clause-has <own-comparison> }\n\
    lexicon proofs { 检测报告 }\npattern proven = <proofs> ..2 证明\n";

fn law() -> String {
    let rules = [
        rule(
            "sup",
            "applies listing, shop\n  forbid says <superlatives>\n  severity low\n  outside own\n  penalty test-law article 57 \"罚款\" \"a fine\"",
        ),
        rule(
            "all",
            "applies listing\n  forbid says <of-all>\n  severity low\n  except proved { cites test-law article 10 when says <proven> evidence on-request \"报告\" }",
        ),
        rule("both", "applies listing\n  forbid goods.flag and says <superlatives>"),
    ];
    format!("{PREAMBLE}\n{WORDS}{}", rules.concat())
}

fn platform(items: &str) -> String {
    format!(
        "pack shop.rules (1) {{ title \"店规\" \"Shop rules\" layer platform publisher \"店\" \"Shop\" uses cn.test 1 }}\n{items}"
    )
}

const SEASON: &str = "pack shop.season (1) { title \"大促\" \"Season\" layer campaign publisher \"店\" \"Shop\" uses cn.test 1 \
    uses shop.rules 1 valid from 2026-10-20 to 2026-11-11 }\n";

const ADDED: &str = "extend superlatives \"同类说法\" \"of the same kind\" { 遥遥领先 第一名 }\n";

fn on(engine: &Engine, day: &str, subject: &Value) -> Value {
    let mut options = common::options();
    options.on = parse_day(day).map(Conduct::on);
    serde_json::to_value(engine.check(subject, &options).unwrap()).unwrap()
}

fn titled(title: &str) -> Value {
    listing(json!({"title": title, "flag": false}))
}

#[test]
fn added_words_are_forbidden_and_told_with_their_source() {
    let plain = engine_of(&[law()]);
    let engine = engine_of(&[law(), platform(ADDED)]);
    let subject = titled("最好的面霜，遥遥领先");
    assert_eq!(statuses(&common::check(&plain, &subject)), ["sup: violation"]);
    let report = common::check(&engine, &subject);
    assert_eq!(statuses(&report), ["sup: violation", "sup: violation"]);
    let told = serde_json::to_value(&report).unwrap();
    let (own, added) = (&told["findings"][0], &told["findings"][1]);
    assert_eq!((&own["layer"], own.get("added_by")), (&json!("law"), None));
    assert_eq!(own["penalties"].as_array().unwrap().len(), 1);
    // The law has no penalty for what only the platform counts as the same.
    assert_eq!((&added["layer"], &added["penalties"]), (&json!("platform"), &json!([])));
    assert_eq!(added["spans"][0]["text"], "遥遥领先");
    let source = json!({"pack": "shop.rules", "layer": "platform",
        "message": {"zh": "同类说法", "en": "of the same kind"}});
    assert_eq!(added["added_by"], json!([source]));
    let zh = text::render(&report, Language::Zh);
    assert!(zh.contains("来自：平台规则 shop.rules 增列的用语：同类说法"), "{zh}");
    assert!(text::render(&report, Language::En).contains("From: words added by the platform rules shop.rules"));
}

/// Added words count wherever a prohibition refers to the extended ones, and in its contexts and exceptions like the others.
#[test]
fn added_words_reach_what_refers_to_them() {
    let engine = engine_of(&[law(), platform(ADDED)]);
    let check = |subject: &Value| statuses(&common::check(&engine, subject));
    assert_eq!(check(&titled("全网都说遥遥领先")), ["sup: violation", "all: violation"]);
    assert_eq!(check(&titled("全网都说遥遥领先，有检测报告证明")), ["sup: violation", "all: exempt proved"]);
    assert_eq!(check(&titled("本店是旗舰店遥遥领先")), ["satisfied 3"]);
    assert_eq!(check(&listing(json!({"title": "遥遥领先", "flag": true}))), ["sup: violation", "both: violation"]);
    // A longer added word takes nothing from the law's own.
    let report = common::check(&engine, &titled("销量第一名"));
    let (found, span) = (&report.findings[0], &report.findings[0].spans[0].text);
    assert_eq!((report.findings.len(), span.as_str(), found.added_by.len()), (1, "第一", 0));
}

#[test]
fn a_raised_severity_is_told_with_its_source_and_decides() {
    let raise = "raise sup { severity high message \"一律先改后发\" \"change first\" }\n";
    let engine = engine_of(&[law(), platform(raise)]);
    let low = on(&engine_of(&[law()]), "2026-11-01", &titled("最好"));
    assert_eq!((&low["decision"], &low["findings"][0]["severity"]), (&json!("review"), &json!("low")));
    let report = on(&engine, "2026-11-01", &titled("最好"));
    assert_eq!((&report["decision"], &report["findings"][0]["severity"]), (&json!("block"), &json!("high")));
    let source = json!({"from": "low", "pack": "shop.rules", "layer": "platform",
        "message": {"zh": "一律先改后发", "en": "change first"}});
    assert_eq!((&report["findings"][0]["raised_by"], &report["findings"][0]["layer"]), (&source, &json!("law")));
    let zh = text::render(&common::check(&engine, &titled("最好")), Language::Zh);
    assert!(zh.contains("级别：平台规则 shop.rules 由低加重：一律先改后发"), "{zh}");
}

#[test]
fn a_campaign_counts_while_it_lasts() {
    let own = rule("hurry", "cites season article 1\n  applies listing\n  forbid says <last-call>")
        .replace("  cites test-law article 9\n", "");
    let season = format!(
        "{SEASON}instrument season \"大促规则\" \"Season rules\" {{ effective 2026-01-01 article 1 \"不得\" \"must not\" }}\n\
         lexicon last-call {{ 最后一天 }}\n{own}\
         extend superlatives \"大促\" \"season\" {{ 史低 }}\nraise sup {{ severity medium message \"大促\" \"season\" }}\n"
    );
    let raise = "raise all { severity medium message \"店规\" \"rules\" }\n";
    let engine = engine_of(&[law(), platform(&format!("{ADDED}{raise}")), season]);
    let subject = titled("史低，遥遥领先，最后一天");
    let found = |day: &str| {
        let report = on(&engine, day, &subject);
        let list = report["findings"].as_array().unwrap().iter();
        list.map(|f| {
            let text = |v: &Value| v.as_str().unwrap_or("-").to_owned();
            format!("{} {} {}", text(&f["spans"][0]["text"]), text(&f["layer"]), text(&f["severity"]))
        })
        .collect::<Vec<_>>()
    };
    for outside in ["2026-10-19", "2026-11-12"] {
        assert_eq!(found(outside), ["遥遥领先 platform low"], "{outside}");
    }
    for within in ["2026-10-20", "2026-11-11"] {
        let all = ["史低 campaign medium", "遥遥领先 platform medium", "最后一天 campaign high"];
        assert_eq!(found(within), all, "{within}");
    }
}

/// An extension that some rule of another pack would be weaker by never reaches that rule, whatever packs are put together.
#[test]
fn what_is_found_without_additions_is_found_with_them() {
    let other = format!(
        "pack cn.other (1) {{ title \"另\" \"Other\" layer law publisher \"准则\" \"Zhunze\" uses cn.test 1 }}\n{}",
        rule(
            "quiet",
            "cites cn.test/test-law article 10\n  applies listing\n  forbid says <shops>\n  except led { cites test-law article 10 when says <superlatives> evidence on-request \"报告\" }"
        )
    );
    let subject = titled("旗舰店，遥遥领先");
    let (engine, why) = try_engine(&[law(), platform(ADDED), other.clone()]);
    let report = common::check(&engine.expect(&why), &subject);
    assert!(statuses(&report).contains(&"cn.other/quiet: violation".to_owned()), "{:?}", statuses(&report));
    assert!(statuses(&report).contains(&"sup: violation".to_owned()), "{:?}", statuses(&report));
}
