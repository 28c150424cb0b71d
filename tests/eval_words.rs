//! Rules about words: matches, contexts, places, statements, goods, overlaps, waivers, fixes, limits.
#![cfg(feature = "compiler")]

mod common;
use common::{check, engine, listing, options, rule, statuses};
use serde_json::{Value, json};
use zhunze::engine::{Engine, Options};
use zhunze::report::{Fix, Report};
use zhunze::syntax::tree::Scope;

const SUPERLATIVES: &str = "
lexicon 极限词 (superlatives) { 最好 国家级 全网最好 第一 }
fold separator uncertain = { \"/\" }
fold separator = { \"*\" }
context 否定 (negation) { preceded-by (不是|并非) within 4 }
context 自比 (own) { clause-has (自己|上一代) }
context 来源 (source) { clause-has (来源) }
";

fn superlatives(extra: &str) -> Engine {
    engine(&format!(
        "{SUPERLATIVES}{}",
        rule(
            "r",
            &format!("applies listing, livestream, shop\n  forbid says <superlatives>\n  outside negation\n  {extra}")
        )
    ))
}

fn titled(title: &str) -> Value {
    listing(json!({"title": title}))
}

fn text(engine: &Engine, script: &str) -> Report {
    engine.check_text(script, &options()).unwrap()
}

#[test]
fn each_match_is_judged_by_itself() {
    let engine = superlatives("");
    let report = check(&engine, &titled("国家级面霜，不是最好，就是第一"));
    assert_eq!(statuses(&report), ["r: violation", "r: violation"]);
    let spans: Vec<_> =
        report.findings.iter().map(|f| (&f.spans[0].path[..], f.spans[0].text.as_str(), f.spans[0].utf16)).collect();
    assert_eq!(spans, [("/title", "国家级", [0, 3]), ("/title", "第一", [13, 15])]);
    assert_eq!(report.findings[0].spans[0].utf8, [0, 9]);
    assert_eq!(json!(report.decision), "block");
    assert_eq!(statuses(&check(&engine, &titled("面霜"))), ["satisfied 1"]);
}

#[test]
fn of_overlapping_matches_the_longest_is_told() {
    let report = check(&superlatives(""), &titled("全网最好用"));
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].spans[0].text, "全网最好");
    // Of two patterns too: what lies within or overlaps a finding is told with it.
    let engine = engine(&format!(
        "lexicon 甲 (a) {{ 全网最好用 国家级面霜 }}\nlexicon 乙 (b) {{ 最好 好用的霜 面霜 }}\n{}",
        rule("r", "applies listing\n  forbid says <a>, <b>")
    ));
    let told = |title: &str| -> Vec<String> {
        check(&engine, &titled(title)).findings.iter().map(|f| f.spans[0].text.clone()).collect()
    };
    assert_eq!(told("全网最好用的霜，国家级面霜"), ["全网最好用", "国家级面霜"]);
    assert_eq!(told("最好，面霜"), ["最好", "面霜"]);
}

#[test]
fn what_lies_within_something_exempt_is_not_told() {
    let engine = engine(&format!(
        "lexicon 甲 (a) {{ 自比最好用 }}\nlexicon 乙 (b) {{ 最好 用吗 }}\ncontext 自比 (own) {{ part-of <a> }}\n{}",
        rule(
            "r",
            "applies listing\n  forbid says <a>, <b>\n  except own { cites test-law article 10 when near own evidence on-request \"资料\" \"records\" }"
        )
    ));
    assert_eq!(statuses(&check(&engine, &titled("自比最好用，最好"))), ["r: violation", "r: exempt own"]);
    // What only overlaps it is another claim.
    assert_eq!(statuses(&check(&engine, &titled("自比最好用吗"))), ["r: violation", "r: exempt own"]);
}

#[test]
fn uncertain_folds_only_raise_suspicion() {
    let engine = superlatives("");
    let report = check(&engine, &titled("国/家/级面霜"));
    assert_eq!(statuses(&report), ["r: suspected"]);
    let report = check(&engine, &titled("国*家*级面霜"));
    assert_eq!(statuses(&report), ["r: violation"]);
    assert_eq!(json!(report.findings[0].spans[0].folds), json!(["separator"]));
}

#[test]
fn exceptions_look_at_the_match() {
    let engine = superlatives(
        "except own { cites test-law article 10 when near own evidence on-request \"对比资料\" \"records\" }
  except sourced { cites test-law article 10 when near source evidence required \"报告\" \"a report\" when holds \"report\" }",
    );
    let report = check(&engine, &titled("比上一代最好。国家级"));
    assert_eq!(statuses(&report), ["r: violation", "r: exempt own"]);
    let report = check(&engine, &titled("第一数据来源见页"));
    assert_eq!(statuses(&report), ["r: needs-evidence"]);
    assert_eq!(report.findings[0].possible_exceptions, ["own", "sourced"]);
    let mut proved = titled("第一数据来源见页");
    proved["evidence"] = json!([{"kind": "report"}]);
    assert_eq!(statuses(&check(&engine, &proved)), ["r: exempt sourced"]);
    proved["evidence"] = json!([]);
    assert_eq!(statuses(&check(&engine, &proved)), ["r: violation"]);
}

#[test]
fn absent_words_are_one_entry() {
    let engine = engine(&format!(
        "{SUPERLATIVES}{}{}",
        rule("a", "applies listing\n  forbid says <superlatives>"),
        rule("b", "applies listing\n  severity low\n  forbid says <superlatives> in listing.description"),
    ));
    let report = check(&engine, &json!({"kind": "listing", "title": "面霜"}));
    assert_eq!(statuses(&report), ["a+b: undetermined"]);
    assert_eq!(report.findings[0].missing, ["description", "texts"]);
    assert_eq!(json!(report.findings[0].severity), "high");
    let report = check(&engine, &json!({"kind": "listing", "title": "面霜", "complete": true}));
    assert_eq!(statuses(&report), ["satisfied 2"]);
    let report = check(&engine, &json!({"kind": "listing", "title": "面霜", "complete": ["texts"]}));
    assert_eq!(report.findings[0].missing, ["description"]);
    // A match is known whatever is absent.
    let report = check(&engine, &json!({"kind": "listing", "title": "最好"}));
    assert_eq!(statuses(&report), ["a: violation", "b: undetermined"]);
    // Pasted words are complete for prohibitions on themselves.
    let only_words = Options { scope: Scope::Text, ..options() };
    let report = engine.check(&json!({"kind": "listing", "title": "面霜"}), &only_words).unwrap();
    assert_eq!(statuses(&report), ["satisfied 2"]);
}

#[test]
fn places_limit_where_words_count() {
    let engine = engine(&format!(
        "{SUPERLATIVES}{}{}",
        rule("r", "applies listing\n  forbid says <superlatives> in subject.texts"),
        rule("s", "applies livestream\n  forbid says <superlatives> in subject.script")
    ));
    assert_eq!(statuses(&check(&engine, &titled("最好"))), ["satisfied 1"]);
    let subject = listing(json!({"texts": [{"channel": "screen", "text": "好"}, {"text": "最好"}]}));
    assert_eq!(check(&engine, &subject).findings[0].spans[0].path, "/texts/1/text");
    let subject = json!({"kind": "直播", "讲稿": [{"内容": "最好"}], "products": [], "title": null});
    assert_eq!(check(&engine, &subject).findings[0].spans[0].path, "/讲稿/0/内容");
}

#[test]
fn captures_are_compared_with_facts() {
    let engine = engine(
        &format!(
            "pattern 口播价 (spoken-price) = 只要 数:价(元|块)\n{}",
            rule("r", "applies listing, livestream\n  forbid says <spoken-price> where (价 < goods.price)")
        )
        .replace("数:价", "num:价"),
    );
    assert_eq!(statuses(&check(&engine, &listing(json!({"title": "只要99元", "price": "199.90"})))), ["r: violation"]);
    assert_eq!(statuses(&check(&engine, &listing(json!({"title": "只要299元", "price": "199.90"})))), ["satisfied 1"]);
    let report = check(&engine, &listing(json!({"title": "只要99元"})));
    assert_eq!(statuses(&report), ["r: undetermined"]);
    assert_eq!((report.findings[0].missing.as_slice(), report.findings[0].spans.len()), (&["price".to_owned()][..], 1));
}

#[test]
fn claims_are_tested_against_the_goods_they_are_about() {
    let engine = engine(&format!(
        "{SUPERLATIVES}{}",
        rule("r", "applies livestream when goods.category in food\n  forbid says <superlatives>")
    ));
    let food = json!({"id": "f", "category": "plain-food", "title": "米"});
    let cream = json!({"id": "c", "category": "cosmetics", "title": "霜"});
    let live = |script: Value, products: Value| json!({"kind": "livestream", "title": null, "script": script, "products": products});
    let about = |product: Value| json!([{"text": "最好", "product": product}]);
    for (subject, expected) in [
        (live(json!("最好"), json!([food, food])), "r: violation"),
        (live(json!("最好"), json!([food, cream])), "r: suspected"),
        (live(json!("最好"), json!([cream, cream])), "n/a 1"),
        (live(json!("最好"), json!([])), "r: undetermined"),
        (live(about(json!("f")), json!([food, cream])), "r: violation"),
        (live(about(json!("米")), json!([food, cream])), "r: violation"),
        (live(about(json!(0)), json!([food, cream])), "r: violation"),
        (live(about(json!("c")), json!([food, cream])), "n/a 1"),
        (live(about(json!("x")), json!([food, cream])), "r: suspected"),
        (live(json!("好"), json!([{"category": "food", "title": "最好"}, cream])), "r: violation"),
    ] {
        let report = check(&engine, &subject);
        // A rule that applies to some goods only, and does not to the words' own, is satisfied or does not apply.
        let told = statuses(&report);
        assert!(told == [expected] || expected == "n/a 1" && told == ["satisfied 1"], "{subject}: {told:?}");
    }
    let report = check(&engine, &live(json!("最好"), json!([{"title": "x"}])));
    assert_eq!(report.findings[0].missing, ["products[].category"]);
    let report = check(&engine, &live(about(json!("x")), json!([food])));
    assert_eq!(report.input_warnings[0].path, "/script/0/text");
}

#[test]
fn duties_about_goods_bind_for_every_product() {
    let engine = engine(&rule("r", "applies livestream\n  require has goods.brand"));
    let live = |products: Value| json!({"kind": "livestream", "title": null, "script": [], "products": products});
    let (good, bad, open) = (json!({"brand": "甲"}), json!({"brand": null}), json!({}));
    for (products, expected) in [
        (json!([good]), "satisfied 1"),
        (json!([good, bad]), "r: violation"),
        (json!([good, open]), "r: undetermined"),
        (json!([open, bad]), "r: violation"),
    ] {
        assert_eq!(statuses(&check(&engine, &live(products.clone()))), [expected], "{products}");
    }
}

#[test]
fn statements_are_absent_only_when_every_place_is_complete() {
    let engine = engine(&format!(
        "lexicon 声明 (notice) {{ 本品不能代替药物 }}\nlexicon 声称 (claim) {{ 补充维生素 }}\n{}{}",
        rule(
            "duty",
            "applies listing when goods.category in health-food\n  require states <notice> in listing.title, listing.description"
        ),
        rule("worded", "applies listing, livestream when says <claim>\n  require states <notice>"),
    ));
    let subject = |facts: Value| {
        let mut s = json!({"kind": "listing", "title": "片", "texts": []});
        s["category"] = json!("health-food");
        for (k, v) in facts.as_object().unwrap() {
            s[k] = v.clone();
        }
        s
    };
    for (facts, expected) in [
        (json!({"description": "本品不能代替药物"}), vec!["worded: satisfied"]),
        (json!({"description": "片"}), vec!["duty: undetermined"]),
        (json!({"description": "片", "complete": ["title"]}), vec!["duty: undetermined"]),
        (json!({"description": "片", "complete": ["/title", "description"]}), vec!["duty: violation"]),
        (json!({"description": "片", "complete": true}), vec!["duty: violation"]),
        (json!({"description": "补充维生素", "complete": true}), vec!["duty: violation", "worded: violation"]),
        // The same statement is asked for once.
        (json!({"description": "补充维生素"}), vec!["duty+worded: undetermined"]),
    ] {
        let report = check(&engine, &subject(facts.clone()));
        let told = statuses(&report);
        assert!(
            told == expected || expected == ["worded: satisfied"] && report.findings.is_empty(),
            "{facts}: {told:?}"
        );
    }
    // In pasted text only what the words make necessary is asked, at the words.
    let report = text(&engine, "家人们，补充维生素");
    assert_eq!(statuses(&report), ["worded: undetermined"]);
    let f = &report.findings[0];
    assert_eq!((f.spans[0].text.as_str(), f.missing[0].as_str()), ("补充维生素", "states <notice>"));
    assert!(f.message.zh.starts_with("还须说明"), "{}", f.message.zh);
    assert!(text(&engine, "家人们").findings.is_empty());
    assert!(text(&engine, "补充维生素，本品不能代替药物").findings.is_empty());
}

#[test]
fn scope_text_leaves_facts_aside() {
    let engine = engine(&format!(
        "{SUPERLATIVES}{}{}{}",
        rule("words", "applies livestream\n  forbid says <superlatives>"),
        rule("fact", "applies livestream\n  forbid subject.marked"),
        rule("both", "applies livestream when goods.category in food\n  forbid says <superlatives>"),
    ));
    let report = text(&engine, "大家好");
    assert_eq!((report.summary.out_of_scope, statuses(&report)[0].as_str()), (1, "satisfied 2"));
    assert_eq!(json!(report.scope), json!(["text"]));
    let report = text(&engine, "全网最好");
    assert_eq!(statuses(&report), ["words: violation"]);
    // What only facts can settle is no finding on a script, but said once.
    assert!(report.input_warnings[0].message.en.contains("products[].category"));
}

#[test]
fn waivers_are_told_and_expire() {
    let engine = superlatives("");
    let waived = |scope: Value, expiry: &str| {
        let mut s = listing(json!({"title": "最好", "texts": [{"text": "第一"}]}));
        s["waivers"] =
            json!([{"rule": "cn.test/r", "scope": scope, "reason": "已批准", "author": "法务", "expiry": expiry}]);
        check(&engine, &s)
    };
    assert_eq!(statuses(&waived(json!(null), "2026-11-21")), ["r: waived", "r: waived"]);
    assert_eq!(json!(waived(json!(null), "2026-11-21").decision), "pass");
    assert_eq!(statuses(&waived(json!("/texts"), "2026-11-21")), ["r: violation", "r: waived"]);
    assert_eq!(statuses(&waived(json!("/text"), "2026-11-21")), ["r: violation", "r: violation"]);
    let expired = waived(json!(null), "2026-11-20");
    assert_eq!(statuses(&expired), ["r: violation", "r: violation"]);
    assert_eq!(expired.input_warnings[0].path, "/waivers/0");
}

fn apply(text: &str, fixes: &[&Fix]) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let mut edits: Vec<_> = fixes.iter().filter(|f| f.safe).flat_map(|f| &f.edits).collect();
    edits.sort_by_key(|e| std::cmp::Reverse(e.utf16));
    edits.dedup();
    for e in edits {
        units.splice(e.utf16[0]..e.utf16[1], e.insert.encode_utf16());
    }
    String::from_utf16(&units).unwrap()
}

#[test]
fn safe_fixes_remove_their_findings_and_add_none() {
    let engine = superlatives("fix delete safe");
    for (title, fixed) in [
        ("国家级面霜，第一", Some("面霜，")),
        // Deleting the middle would join two halves into another one.
        ("国家第一级面霜", None),
        ("最第一好", None),
        ("面霜😀国家级", Some("面霜😀")),
    ] {
        let report = check(&engine, &titled(title));
        let fixes: Vec<&Fix> = report.findings.iter().flat_map(|f| &f.fixes).collect();
        assert_eq!(fixes.iter().all(|f| f.safe), fixed.is_some(), "{title}");
        if let Some(fixed) = fixed {
            assert_eq!(apply(title, &fixes), fixed);
            assert_eq!(statuses(&check(&engine, &titled(fixed))), ["satisfied 1"]);
        }
    }
    // One bad path does not spoil the other.
    let report = check(&engine, &listing(json!({"title": "国家第一级", "description": "国家级"})));
    let safe: Vec<_> = report.findings.iter().map(|f| (f.spans[0].path.as_str(), f.fixes[0].safe)).collect();
    assert_eq!(safe, [("/title", false), ("/description", true)]);
}

#[test]
fn fixes_that_take_away_a_duty_are_not_safe() {
    let engine = engine(&format!(
        "{SUPERLATIVES}lexicon 声明 (notice) {{ 第一声明 }}\n{}{}",
        rule(
            "r",
            "applies listing\n  forbid says <superlatives>\n  fix delete safe\n  fix replace \"优选\"\n  fix advise \"换个说法\" \"say it otherwise\""
        ),
        rule("duty", "applies listing\n  require states <notice> in listing.title")
    ));
    let mut subject = titled("第一声明");
    subject["complete"] = json!(true);
    let report = check(&engine, &subject);
    assert_eq!(statuses(&report), ["r: violation"]);
    let fixes = &report.findings[0].fixes;
    assert_eq!((fixes.len(), fixes.iter().any(|f| f.safe)), (3, false));
    assert_eq!((fixes[1].edits[0].insert.as_str(), fixes[2].edits.len()), ("优选", 0));
}

#[test]
fn limits_are_told() {
    let engine = superlatives("");
    let with = |f: &dyn Fn(&mut Options), subject: &Value| {
        let mut o = options();
        f(&mut o);
        engine.check(subject, &o)
    };
    let long = listing(json!({"title": "面霜", "description": "好".repeat(100)}));
    let report = with(&|o| o.limits.text_bytes = 50, &long).unwrap();
    assert_eq!(statuses(&report), ["r: limit"]);
    assert!(report.input_warnings.iter().any(|w| w.message.en.contains("text_bytes")));
    assert_eq!(json!(report.decision), "review");
    // What was found before the limit stands.
    let both = listing(json!({"title": "最好", "description": "好".repeat(100)}));
    assert_eq!(statuses(&with(&|o| o.limits.text_bytes = 50, &both).unwrap())[0], "r: violation");
    // A text that is too long is read as far as it fits.
    let front = listing(json!({"title": "面霜", "description": format!("最好。{}", "好".repeat(100))}));
    assert_eq!(statuses(&with(&|o| o.limits.text_bytes = 50, &front).unwrap())[0], "r: violation");
    let many = listing(json!({"title": "最好，".repeat(10), "description": null}));
    let report = with(&|o| o.limits.matches = 3, &many).unwrap();
    assert!(report.input_warnings.iter().any(|w| w.message.en.contains("matches")), "{:?}", report.input_warnings);
    let report = with(&|o| o.limits.findings = 3, &many).unwrap();
    assert_eq!((report.findings.len(), statuses(&report)[3].as_str()), (3, "r: limit"));
    let report = with(&|o| o.limits.rule_work = 3, &many).unwrap();
    assert!(statuses(&report).contains(&"r: limit".to_owned()));
    let error = with(&|o| o.limits.list_length = 1, &listing(json!({"texts": ["a", "b"]}))).unwrap_err();
    assert_eq!(error.problems[0].path, "/texts");
}

#[test]
fn people_can_read_it() {
    use zhunze::report::{sarif, text};
    let engine = superlatives("fix delete safe\n  penalty test-law article 57 \"罚款\" \"a fine\"");
    let report = check(&engine, &titled("这款国家级面霜，放心用"));
    let zh = text::render(&report, zhunze::syntax::Language::Zh);
    for part in [
        "这款【国家级】面霜",
        "《测试法》第九条",
        "原因：不得r",
        "可直接改：",
        "第五十七条 罚款",
        "结论：不能发布。违反 1",
    ] {
        assert!(zh.contains(part), "{part} in\n{zh}");
    }
    let en = text::render(&report, zhunze::syntax::Language::En);
    for part in ["Test Law, article 9", "Why: no r", "Decision: block. violation 1"] {
        assert!(en.contains(part), "{part} in\n{en}");
    }
    let sarif: Value = serde_json::from_str(&sarif::render(&report, "a.json")).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("cn.test/r"), &json!("error")));
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["charOffset"], 2);
}

/// The evaluation date decides which penalty is told, and in which version of the law, whenever the conduct took place.
#[test]
fn the_penalty_is_the_one_in_force_on_the_evaluation_date() {
    let engine = superlatives(
        "penalty test-law article 57 to 2025-10-14 \"十万元以下\" \"up to 100,000 yuan\"\n  \
         penalty test-law article 57 from 2025-10-15 \"二十万元以下\" \"up to 200,000 yuan\"",
    );
    let told = |as_of: &str| {
        let mut options = common::options();
        options.as_of = zhunze::eval::date::parse_day(as_of).unwrap();
        let mut subject = titled("国家级面霜");
        subject["conduct"] = json!({"from": "2018-11-01", "to": "2018-11-02"});
        let report = engine.check(&subject, &options).unwrap();
        serde_json::to_value(&report).unwrap()["findings"][0].clone()
    };
    let after = told("2026-11-21");
    let cites = json!({"law": "test-law", "article": 57, "version": "2021-04-29", "text_status": "full",
        "title": {"zh": "测试法", "en": "Test Law"}});
    let penalty = json!([{"cites": [cites], "message": {"zh": "二十万元以下", "en": "up to 200,000 yuan"}}]);
    assert_eq!(after["penalties"], penalty);
    assert_eq!(after["cites"][0]["version"], "2018-10-26");
    let last = told("2025-10-14");
    assert_eq!(last["penalties"][0]["message"]["zh"], "十万元以下");
    assert_eq!(last["penalties"].as_array().unwrap().len(), 1);
    // Before the law took effect there is none.
    assert_eq!(told("2015-08-31")["penalties"], json!([]));
}
