//! Reading a subject: what is accepted, what is refused, what is warned about, and where.
#![cfg(feature = "compiler")]

mod common;
use common::{check, engine, listing, options, rule, statuses};
use serde_json::{Value, json};
use zhunze::engine::{Engine, Options};

fn plain() -> Engine {
    engine(
        &rule("r", "applies listing, livestream, shop\n  forbid subject.kind-of-nothing")
            .replace("subject.kind-of-nothing", "holds \"x\""),
    )
}

fn problems(subject: &Value) -> Vec<String> {
    match plain().check(subject, &options()) {
        Ok(_) => Vec::new(),
        Err(e) => e.problems.into_iter().map(|p| p.path).collect(),
    }
}

#[test]
fn everything_wrong_is_told_at_once() {
    let subject = listing(json!({
        "price": 1.005, "produced": "2026-02-30", "shelf": "soon", "flag": "yes", "count": 1.5, "title": 7,
        "listed": "2026-01-01T25:00", "category": true, "skus": {"name": "x"}, "seller": "x", "tags": [1], "was": [],
        "evidence": [{"number": "1"}], "conduct": {"from": "2026-02-01", "to": "2026-01-01"}, "waivers": [{"rule": "cn.test/r"}],
        "complete": "yes"
    }));
    let mut found = problems(&subject);
    found.sort();
    found.dedup();
    let mut expected = vec![
        "/category",
        "/complete",
        "/conduct",
        "/count",
        "/evidence/0",
        "/flag",
        "/listed",
        "/price",
        "/produced",
        "/seller",
        "/shelf",
        "/skus",
        "/tags/0",
        "/title",
        "/waivers/0",
        "/was",
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn kinds() {
    assert_eq!(problems(&json!({"kind": "商品页"})), Vec::<String>::new());
    assert_eq!(problems(&json!({"kind": "listin"})), ["/kind"]);
    assert_eq!(problems(&json!({})), [""]);
    assert_eq!(problems(&json!([])), [""]);
    let error = plain().check(&json!({"kind": "listin"}), &options()).unwrap_err();
    assert_eq!(error.problems[0].suggestion.as_deref(), Some("listing"));
}

#[test]
fn numbers_out_of_range_are_refused() {
    for (facts, bad) in [
        (json!({"price": "199.90"}), false),
        (json!({"price": "199.900"}), false),
        (json!({"price": "199.901"}), true),
        (json!({"price": "1,299"}), true),
        (json!({"price": 0.1 + 0.2}), true),
        (json!({"price_fen": 19990}), false),
        (json!({"price_fen": 199.5}), true),
        (json!({"price": u64::MAX}), true),
        (json!({"count": 3.0}), false),
        (json!({"price": 1, "价格": 1}), true),
        (json!({"price": 1, "price_fen": 100}), true),
    ] {
        assert_eq!(!problems(&listing(facts.clone())).is_empty(), bad, "{facts}");
    }
}

#[test]
fn what_nobody_declared_is_warned_about() {
    let report = check(
        &plain(),
        &listing(json!({"titel": "x", "texts": [{"txet": "x", "text": "y"}], "category": "foood", "品牌": "甲"})),
    );
    let warnings: Vec<_> = report.input_warnings.iter().map(|w| (w.path.as_str(), w.suggestion.as_deref())).collect();
    assert_eq!(
        warnings,
        [("/titel", Some("/title")), ("/texts/0/txet", Some("/texts/0/text")), ("/category", Some("food"))]
    );
}

#[test]
fn required_facts_are_asked_for() {
    let report = check(&plain(), &json!({"kind": "listing"}));
    assert_eq!(report.input_warnings[0].path, "/title");
    assert!(check(&plain(), &json!({"kind": "listing", "title": null})).input_warnings.is_empty());
}

#[test]
fn callers_map_their_categories() {
    let engine = engine(&rule("r", "applies listing\n  forbid goods.category in food"));
    let mut o = options();
    o.category_map.insert("50012".to_owned(), "health-food".to_owned());
    for (category, expected) in
        [(json!("50012"), "r: violation"), (json!(50012), "r: violation"), (json!(7), "r: undetermined")]
    {
        let report = engine.check(&listing(json!({ "category": category })), &o).unwrap();
        assert_eq!(statuses(&report), [expected], "{category}");
    }
}

#[test]
fn a_script_is_a_text_or_segments() {
    let engine =
        engine(&format!("lexicon 词 (w) {{ 最好 }}\n{}", rule("r", "applies livestream, listing\n  forbid says <w>")));
    let path = |subject: Value| {
        check(&engine, &subject)
            .findings
            .iter()
            .flat_map(|f| &f.spans)
            .next()
            .map(|s| s.path.clone())
            .unwrap_or_default()
    };
    let live = |script: Value| json!({"kind": "livestream", "title": null, "script": script});
    assert_eq!(path(live(json!("最好"))), "/script");
    assert_eq!(path(live(json!(["好", "最好"]))), "/script/1");
    assert_eq!(path(live(json!([{"text": "好"}, {"channel": "speech", "text": "最好"}]))), "/script/1/text");
    assert_eq!(path(json!({"kind": "listing", "title": ["好", {"text": "最好", "start_ms": 3}]})), "/title/1/text");
    assert_eq!(
        path(json!({"kind": "listing", "texts": [], "title": null, "skus": [{"name": "最好"}]})),
        "/skus/0/name"
    );
    assert_eq!(problems(&json!({"kind": "listing", "title": [{"start_ms": 3}]})), ["/title/0"]);
    // Speech goes on from one segment into the next; what is written does not.
    assert_eq!(path(live(json!(["最", "好"]))), "/script/0");
    assert_eq!(path(json!({"kind": "listing", "title": ["最", "好"]})), "");
}

#[test]
fn pointers_are_escaped() {
    let report = check(&plain(), &listing(json!({"a/b~c": 1})));
    assert_eq!(report.input_warnings[0].path, "/a~1b~0c");
}

#[test]
fn conduct_and_dates() {
    let engine = plain();
    let with = |conduct: Value, on: Option<(&str, &str)>| {
        let day = |t: &str| zhunze::eval::date::parse_day(t).unwrap();
        let on = on.map(|(a, b)| zhunze::engine::Conduct { from: day(a), to: day(b) });
        let report = engine.check(&listing(json!({ "conduct": conduct })), &Options { on, ..options() }).unwrap();
        format!("{}..{}", report.conduct.from, report.conduct.to)
    };
    assert_eq!(with(json!(null), None), "2026-11-21..2026-11-21");
    assert_eq!(with(json!(null), Some(("2026-01-01", "2026-02-01"))), "2026-01-01..2026-02-01");
    assert_eq!(with(json!({"from": "2026-03-01"}), Some(("2026-01-01", "2026-02-01"))), "2026-03-01..2026-11-21");
    assert_eq!(with(json!({"from": "2026-03-01", "to": "2026-03-02"}), None), "2026-03-01..2026-03-02");
    assert_eq!(with(json!("2026-03-01"), None), "2026-03-01..2026-03-01");
    assert_eq!(with(json!({"from": "2027-01-01"}), None), "2027-01-01..2027-01-01");
}

#[test]
fn nesting_is_bounded() {
    let mut o = options();
    o.limits.depth = 2;
    let error = plain().check(&listing(json!({"skus": [{"name": "x"}]})), &o).unwrap_err();
    assert_eq!(error.problems[0].path, "/skus/0");
}
