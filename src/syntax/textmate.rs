//! A TextMate grammar, for editors that colour by regular expressions. It is made from the keyword table, so that it cannot fall
//! behind the language.

use super::keywords::{ItemWord, KEYWORDS, ROOTS, of};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Letters, digits and signs that go on with a name: a keyword next to one is part of it.
const IN_NAME: &str = r"[\p{L}\p{N}_.-]";

/// The grammar, as indented JSON that ends with a line break.
#[must_use]
pub fn textmate() -> String {
    let items: BTreeSet<&str> =
        ItemWord::ALL.iter().filter_map(|(_, rule, _)| of(*rule)).flat_map(|k| [k.zh, k.en]).collect();
    let all = KEYWORDS.iter().flat_map(|k| [k.zh, k.en]).chain(ROOTS.iter().flat_map(|r| [r.zh, r.en]));
    // Signs such as `%` colour as operators do.
    let words: BTreeSet<&str> = all.filter(|w| w.starts_with(char::is_alphabetic)).collect();
    let grammar = json!({
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "Zhunze",
        "scopeName": "source.zhunze",
        "fileTypes": ["zz"],
        "patterns": [
            {"include": "#comment"}, {"include": "#string"}, {"include": "#item"}, {"include": "#reference"},
            {"include": "#citation"}, {"include": "#date"}, {"include": "#id"}, {"include": "#keyword"},
            {"include": "#number"}, {"include": "#operator"},
        ],
        "repository": {
            "comment": {"name": "comment.line.number-sign.zhunze", "match": "#.*$"},
            "string": {
                "name": "string.quoted.double.zhunze",
                "begin": "\"",
                "end": "\"|$",
                "patterns": [{"name": "constant.character.escape.zhunze", "match": r#"\\["\\n]"#}],
            },
            "item": {
                "match": format!("^({})[ \\t\u{3000}]+([\\p{{L}}\\p{{N}}_./-]+)", alternatives(&items)),
                "captures": {
                    "1": {"name": "keyword.control.item.zhunze"},
                    "2": {"name": "entity.name.type.zhunze"},
                },
            },
            "reference": {
                "match": r"<([^<>\s|()]+)>",
                "captures": {"1": {"name": "variable.other.reference.zhunze"}},
            },
            "citation": {
                "name": "constant.other.citation.zhunze",
                "match": r"第[〇零一二三四五六七八九十百0-9（）]+条(之[一二三四五六七八九十0-9]+)?(第[一二三四五六七八九十0-9]+款)?(第[一二三四五六七八九十0-9（）]+项)?|\barticle\s+\d+(\s+(sub|paragraph|item)\s+\d+)*",
            },
            "date": {"name": "constant.numeric.date.zhunze", "match": r"\d{4}-\d{2}-\d{2}"},
            "id": {
                "match": r"\(([a-z][A-Za-z0-9_-]*)\)",
                "captures": {"1": {"name": "entity.name.tag.id.zhunze"}},
            },
            "keyword": {
                "name": "keyword.other.zhunze",
                "match": format!("(?<!{IN_NAME})({})(?!{IN_NAME})", alternatives(&words)),
            },
            "number": {"name": "constant.numeric.zhunze", "match": r"(?<![\p{L}_])\d[\d_]*(\.\d+)?"},
            "operator": {"name": "keyword.operator.zhunze", "match": r"==|!=|<=|>=|\.\.|→|->|[<>=|~?^$%+*]"},
        },
    });
    let mut out = serde_json::to_string_pretty(&sorted(grammar)).unwrap_or_default();
    out.push('\n');
    out
}

/// Keys in one order, whatever features the JSON library was built with.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let ordered: std::collections::BTreeMap<String, Value> = map.into_iter().collect();
            Value::Object(ordered.into_iter().map(|(key, value)| (key, sorted(value))).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(sorted).collect()),
        plain => plain,
    }
}

/// Words as alternatives, the longest first, so that none hides a longer one.
fn alternatives(words: &BTreeSet<&str>) -> String {
    let mut words: Vec<&str> = words.iter().copied().filter(|w| !w.is_empty()).collect();
    words.sort_by_key(|w| (std::cmp::Reverse(w.chars().count()), *w));
    words.iter().map(|w| w.replace('.', "\\.")).collect::<Vec<_>>().join("|")
}
