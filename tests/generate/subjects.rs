//! Random subjects: every fact missing, null or known.

use super::choices::Choices;
use super::vocabulary::{CATEGORIES, TONES, Ty, fields};
use super::words;
use serde_json::{Map, Value, json};

/// A subject.
pub fn subject(c: &mut Choices) -> Value {
    let kind = c.pick(&["listing", "livestream", "livestream", "shop", "listing"]);
    let mut map = record(c, kind, 0);
    map.insert("kind".to_owned(), json!(kind));
    if c.chance(40) {
        let evidence = c.many(0, 2, |c| {
            let mut e = Map::new();
            e.insert("kind".to_owned(), json!(c.pick(&["licence", "data", "other"])));
            if c.chance(50) {
                e.insert("valid_from".to_owned(), json!(c.pick(&["2025-01-01", "2026-02-10", "2026-03-05"])));
            }
            if c.chance(50) {
                e.insert("valid_to".to_owned(), json!(c.pick(&["2027-01-01", "2026-02-10", "2026-02-20"])));
            }
            Value::Object(e)
        });
        map.insert("evidence".to_owned(), Value::Array(evidence));
    }
    if c.chance(40) {
        let conduct = c.pick(&[
            json!({"from": "2026-02-01", "to": "2026-02-28"}),
            json!({"from": "2026-01-15"}),
            json!("2026-03-01"),
            json!({"from": "2023-12-01", "to": "2026-01-31"}),
            json!({"from": "2019-01-01", "to": "2019-12-31"}),
        ]);
        map.insert("conduct".to_owned(), conduct);
    }
    match c.below(4) {
        0 | 1 => {}
        2 => {
            map.insert("complete".to_owned(), json!(true));
        }
        _ => {
            let own = fields(kind);
            let names = c.many(1, 2, |c| Value::from(c.pick(own).0));
            map.insert("complete".to_owned(), Value::Array(names));
        }
    }
    Value::Object(map)
}

fn record(c: &mut Choices, record: &str, depth: usize) -> Map<String, Value> {
    let mut map = Map::new();
    for (key, _, ty) in fields(record) {
        let words = matches!(ty, Ty::Copy) || matches!(key, &"script" | &"products" | &"texts");
        let missing = if words { 20 } else { 45 };
        if c.chance(missing) {
            continue;
        }
        let value = if c.chance(12) { Value::Null } else { value(c, key, *ty, depth) };
        map.insert((*key).to_owned(), value);
    }
    map
}

/// A known value of a type.
pub fn value(c: &mut Choices, key: &str, ty: Ty, depth: usize) -> Value {
    match ty {
        Ty::Bool => json!(c.chance(50)),
        Ty::Int => json!(c.pick(&[1, 0, 2, 3])),
        Ty::Decimal | Ty::Percent => json!(c.pick(&["1", "0.5", "10", "2"])),
        Ty::Money => c.pick(&[json!("1.00"), json!("0.50"), json!(10), json!("9.90"), json!(9.9)]),
        Ty::Date => json!(c.pick(&["2026-01-31", "2026-03-01", "2024-02-29", "2026-02-28"])),
        Ty::DateTime => json!(c.pick(&["2026-01-31T10:00:00+08:00", "2026-01-31T02:00:00Z"])),
        Ty::Duration => json!(c.pick(&["P7D", "P1M", "P1Y", "PT1H", "P12M"])),
        Ty::Text if key == "product" => json!(c.pick(&["a1", "a2", "zz"])),
        Ty::Text if key == "id" => json!(c.pick(&["a1", "a2"])),
        Ty::Text => json!(c.pick(&["甲", "乙"])),
        Ty::Copy => json!(words::text(c, 12)),
        Ty::Tone => json!(c.pick(TONES).0),
        Ty::Category => json!(c.pick(CATEGORIES).0),
        Ty::Record(r) => Value::Object(record(c, r, depth + 1)),
        Ty::List(inner) => {
            let max = if matches!(inner, Ty::Record("segment")) { 3 } else { 2 };
            Value::Array(c.many(0, max, |c| value(c, key, *inner, depth + 1)))
        }
    }
}

/// The subject with one fact more that is neither words nor says what words are about; `None` where none is missing.
pub fn with_a_fact(c: &mut Choices, subject: &Value) -> Option<Value> {
    let mut more = subject.clone();
    let kind = subject["kind"].as_str()?.to_owned();
    let in_product = kind == "livestream" && subject["products"].get(0).is_some() && c.chance(60);
    let (target, all) =
        if in_product { (&mut more["products"][0], fields("listing")) } else { (&mut more, fields(&kind)) };
    let open: Vec<_> = all
        .iter()
        .filter(|(key, _, ty)| {
            target.get(*key).is_none()
                && !matches!(ty, Ty::Copy | Ty::Record(_) | Ty::List(Ty::Record(_)))
                && *key != "id"
        })
        .collect();
    if open.is_empty() {
        return None;
    }
    let (key, _, ty) = c.pick(&open);
    target[*key] = value(c, key, *ty, 1);
    Some(more)
}
