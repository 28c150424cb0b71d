//! What holds for every rule and every subject: a known answer never flips when a missing fact is filled in, and nothing panics.
#![cfg(feature = "compiler")]
#![cfg(not(target_arch = "wasm32"))]

mod common;
use common::{PREAMBLE, options, rule, try_engine};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use zhunze::engine::{Detail, Engine, Options, Status};

const WORDS: &str = "lexicon 极限词 (superlatives) { 最好 国家级 }\nlexicon 声明 (notice) { 本品不是药 }\n";

fn condition() -> impl Strategy<Value = String> {
    let atoms = vec![
        "subject.flag",
        "subject.other",
        "subject.count > 3",
        "subject.count != 4",
        "has subject.brand",
        "subject.brand in {\"甲\", \"乙\"}",
        "subject.price * 2 < subject.was",
        "goods.category in food",
        "goods.category == drug",
        "some s of subject.skus (s.price > 5 yuan)",
        "every s of subject.skus (s.price > 5 yuan and has s.name)",
        "count(subject.skus) > 1",
        "max(subject.skus.price) < subject.price",
        "sum(subject.skus.price) >= 6 yuan",
        "subject.produced + subject.shelf < as-of",
        "subject.seller.licence == \"1\"",
        "says <superlatives>",
        "says <superlatives> in listing.description",
        "says <superlatives> where (subject.flag)",
        "states <notice> in listing.title, listing.description",
        "holds \"report\"",
    ];
    let leaf = prop::sample::select(atoms).prop_map(str::to_owned);
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|a| format!("not ({a})")),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|all| format!("({})", all.join(" and "))),
            prop::collection::vec(inner, 2..4).prop_map(|all| format!("({})", all.join(" or "))),
        ]
    })
}

fn rules() -> impl Strategy<Value = Vec<String>> {
    let one = (condition(), prop::option::of(condition()), any::<bool>()).prop_map(|(body, when, require)| {
        let when = when.map_or_else(String::new, |w| format!(" when {w}"));
        format!("applies listing{when}\n  {} {body}", if require { "require" } else { "forbid" })
    });
    prop::collection::vec(one, 1..6)
}

/// Each rule binds somebody else, since the compiler refuses what nobody could obey.
fn numbered(i: usize, body: &str) -> String {
    let party = ["seller", "platform", "host", "agency", "publisher", "endorser"][i];
    rule(&format!("r{i}"), &format!("binds {party}\n  {body}"))
}

/// `None` where the compiler sees that a rule can never, or must always, be breached.
fn compiled(order: &mut dyn Iterator<Item = (usize, &String)>) -> Option<Engine> {
    let rules: String = order.map(|(i, b)| numbered(i, b)).collect();
    let (engine, why) = try_engine(&[format!("{PREAMBLE}\n{WORDS}{rules}")]);
    assert!(engine.is_some() || why.contains("E0334"), "{why}");
    engine
}

fn value(key: &'static str) -> BoxedStrategy<Value> {
    let money = || prop::sample::select(vec![json!(1), json!("5.00"), json!(5.01), json!("12.34")]);
    let words = || prop::sample::select(vec![json!("面霜"), json!("最好"), json!("国家级，本品不是药"), json!("")]);
    match key {
        "flag" | "other" => any::<bool>().prop_map(Value::from).boxed(),
        "count" => (0..6).prop_map(Value::from).boxed(),
        "brand" => prop::sample::select(vec![json!("甲"), json!("丙")]).boxed(),
        "price" | "was" => money().boxed(),
        "category" => prop::sample::select(vec![json!("drug"), json!("health-food"), json!("化妆品")]).boxed(),
        "produced" => prop::sample::select(vec![json!("2026-01-31"), json!("2026-10-31")]).boxed(),
        "shelf" => prop::sample::select(vec![json!("P1M"), json!("30日"), json!("2年")]).boxed(),
        "seller" => prop::sample::select(vec![json!({}), json!({"licence": "1"}), json!({"licence": null})]).boxed(),
        "evidence" => prop::sample::select(vec![json!([]), json!([{"kind": "report"}])]).boxed(),
        "skus" => prop::collection::vec((prop::option::of(money()), prop::option::of(words())), 0..3)
            .prop_map(|list| {
                let item = |(price, name): (Option<Value>, Option<Value>)| {
                    let mut sku = Map::new();
                    sku.extend(price.map(|p| ("price".to_owned(), p)));
                    sku.extend(name.map(|n| ("name".to_owned(), n)));
                    Value::Object(sku)
                };
                Value::Array(list.into_iter().map(item).collect())
            })
            .boxed(),
        "texts" => prop::collection::vec(words(), 0..3).prop_map(Value::Array).boxed(),
        _ => words().boxed(),
    }
}

const KEYS: [&str; 14] = [
    "flag",
    "other",
    "count",
    "brand",
    "price",
    "was",
    "category",
    "produced",
    "shelf",
    "seller",
    "evidence",
    "skus",
    "title",
    "description",
];

/// Every key absent, null or with a value.
fn subject() -> impl Strategy<Value = Map<String, Value>> {
    let fields: Vec<_> = KEYS
        .iter()
        .chain(&["texts"])
        .map(|key| {
            let stated = prop_oneof![1 => Just(Value::Null), 4 => value(key)];
            prop::option::of(stated).prop_map(move |v| v.map(|v| ((*key).to_owned(), v)))
        })
        .collect();
    fields.prop_map(|all| {
        let mut map: Map<String, Value> = all.into_iter().flatten().collect();
        map.insert("kind".to_owned(), json!("listing"));
        map
    })
}

/// Rule → breached, not breached, or not known (absent).
fn known(engine: &Engine, subject: &Map<String, Value>) -> BTreeMap<String, bool> {
    let options = Options { detail: Detail::All, ..options() };
    let report = engine.check(&Value::Object(subject.clone()), &options).unwrap();
    let mut answers: BTreeMap<String, bool> = BTreeMap::new();
    let mut open = Vec::new();
    for f in &report.findings {
        match f.status {
            Status::Violation => {
                answers.insert(f.rule.clone(), true);
            }
            _ => open.extend(f.rules.iter().chain([&f.rule]).cloned()),
        }
    }
    open.extend(report.not_evaluated.iter().map(|n| n.rule.clone()));
    for r in &engine.linked().rules {
        if !answers.contains_key(&r.id) && !open.contains(&r.id) {
            answers.insert(r.id.clone(), false);
        }
    }
    answers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn filling_in_a_fact_never_flips_a_known_answer(bodies in rules(), full in subject(), kept in prop::collection::vec(any::<bool>(), KEYS.len() + 1)) {
        let engine = compiled(&mut bodies.iter().enumerate());
        prop_assume!(engine.is_some());
        let engine = engine.unwrap();
        let mut partial = full.clone();
        for (key, keep) in KEYS.iter().chain(&["texts"]).zip(kept) {
            if !keep {
                partial.remove(*key);
            }
        }
        let (before, after) = (known(&engine, &partial), known(&engine, &full));
        for (rule, answer) in before {
            prop_assert_eq!(after.get(&rule), Some(&answer), "{} with {:?} then {:?}", rule, partial, full);
        }
    }

    #[test]
    fn the_order_of_rules_does_not_matter(bodies in rules(), subject in subject()) {
        let forward = compiled(&mut bodies.iter().enumerate());
        prop_assume!(forward.is_some());
        let forward = known(&forward.unwrap(), &subject);
        let backward = known(&compiled(&mut bodies.iter().enumerate().rev()).unwrap(), &subject);
        prop_assert_eq!(forward, backward);
    }

    #[test]
    fn any_json_is_judged_or_refused(seed in any::<u64>(), bodies in rules()) {
        let engine = compiled(&mut bodies.iter().enumerate());
        prop_assume!(engine.is_some());
        let engine = engine.unwrap();
        let mut state = seed;
        let subject = scramble(&mut state, 0);
        let mut map = match subject { Value::Object(m) => m, other => Map::from_iter([("title".to_owned(), other)]) };
        map.insert("kind".to_owned(), json!("listing"));
        let _ = engine.check(&Value::Object(map), &options());
    }
}

/// Arbitrary JSON with the subject's keys.
fn scramble(state: &mut u64, depth: usize) -> Value {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let pick = (*state >> 33) as usize;
    match pick % if depth < 4 { 9 } else { 6 } {
        0 => Value::Null,
        1 => json!(pick.is_multiple_of(2)),
        2 => json!(pick as i64 - 1_000_000),
        3 => json!(pick as f64 / 7.0),
        4 => json!(["2026-02-30", "最好", "P1M", "food", "1e9", ""][pick / 9 % 6]),
        5 => json!(i64::MIN),
        6 => Value::Array((0..pick % 4).map(|_| scramble(state, depth + 1)).collect()),
        _ => {
            let keys = [
                "title",
                "texts",
                "text",
                "skus",
                "price",
                "price_fen",
                "evidence",
                "waivers",
                "conduct",
                "complete",
                "kind",
                "seller",
                "x",
                "价格",
            ];
            (0..pick % 6)
                .map(|i| (keys[(pick / 7 + i * 5) % keys.len()].to_owned(), scramble(state, depth + 1)))
                .collect::<Map<_, _>>()
                .into()
        }
    }
}
