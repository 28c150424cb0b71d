//! Fact literals of examples and scenarios: checked against the types and turned into subject JSON.

use super::Checker;
use super::types::{Ty, TypeShape};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::Symbol;
use crate::syntax::tree::{FactKind, FactLit, Name};
use serde_json::{Map, Value};

/// Keys that every subject has beside its declared fields.
const BUILT_IN: [&str; 5] = ["kind", "evidence", "conduct", "waivers", "complete"];

impl Checker<'_> {
    /// The JSON of a subject literal.
    pub(super) fn subject_json(&mut self, subject: &Symbol, facts: &FactLit) -> Option<Value> {
        let FactKind::Record(fields) = &facts.kind else {
            self.report(Diagnostic::error(
                "E0241",
                facts.span,
                Message::new("主体的事实要写成 { 字段: 值 }", "a subject's facts are written as { field: value }"),
                Message::new("用花括号列出字段", "list the fields in braces"),
            ));
            return None;
        };
        let mut map = Map::new();
        map.insert("kind".to_owned(), Value::String(subject.key.clone()));
        self.record_json(&Ty::Named(subject.clone()), fields, &mut map, true);
        Some(Value::Object(map))
    }

    fn record_json(&mut self, ty: &Ty, fields: &[(Name, FactLit)], map: &mut Map<String, Value>, top: bool) {
        let info = if let Ty::Named(symbol) = ty { self.types.get(symbol).cloned() } else { None };
        let Some(info) = info else { return };
        for (name, value) in fields {
            if top && BUILT_IN.contains(&name.node.as_str()) {
                map.insert(name.node.clone(), plain(value));
                continue;
            }
            let Some((key, ty)) = info.field(&name.node).map(|(k, t)| (k.to_owned(), t.clone())) else {
                let hint = nearest(&name.node, info.names()).map(str::to_owned);
                self.report(Diagnostic::error(
                    "E0220",
                    name.span,
                    Message::new(
                        format!("{}没有字段“{}”", info.name, name.node),
                        format!("{} has no field `{}`", info.name, name.node),
                    ),
                    hint.map_or_else(
                        || {
                            Message::new(
                                "见 cn.facts 中的字段表，或声明这个字段",
                                "see the fields in cn.facts, or declare it",
                            )
                        },
                        |s| Message::new(format!("是否想写“{s}”？"), format!("did you mean `{s}`?")),
                    ),
                ));
                continue;
            };
            let json = self.fact_json(&ty, value);
            map.insert(key, json);
        }
    }

    fn fact_json(&mut self, ty: &Ty, fact: &FactLit) -> Value {
        match (&fact.kind, ty) {
            (FactKind::List(items), Ty::List(inner)) => {
                Value::Array(items.iter().map(|i| self.fact_json(inner, i)).collect())
            }
            (FactKind::Record(fields), Ty::Named(_)) => {
                let mut map = Map::new();
                self.record_json(ty, fields, &mut map, false);
                Value::Object(map)
            }
            (FactKind::Name(name), Ty::Named(symbol)) => {
                let info = self.types.get(symbol).cloned();
                match info.as_ref().and_then(|i| i.member(name)) {
                    Some(key) => Value::String(key.to_owned()),
                    None => {
                        let names = info.as_ref().map(super::types::TypeInfo::names).unwrap_or_default();
                        let hint = nearest(name, names).map(str::to_owned);
                        let name = Name { node: name.clone(), span: fact.span };
                        self.unknown_member(&name, hint.as_deref());
                        Value::Null
                    }
                }
            }
            (FactKind::Number(digits), Ty::Int) => plain_number(digits),
            (FactKind::Number(digits), Ty::Money | Ty::Decimal | Ty::Percent) => Value::String(digits.clone()),
            (
                FactKind::Str(_),
                Ty::Copy | Ty::Text | Ty::Money | Ty::Decimal | Ty::Percent | Ty::DateTime | Ty::Duration | Ty::Date,
            )
            | (FactKind::Date(_), Ty::Date | Ty::DateTime)
            | (FactKind::Bool(_), Ty::Bool)
            | (FactKind::List(_), Ty::Copy)
            | (FactKind::Null, _) => plain(fact),
            (FactKind::Str(name), Ty::Named(symbol))
                if self.types.get(symbol).is_some_and(|i| !matches!(i.shape, TypeShape::Record { .. })) =>
            {
                self.fact_json(ty, &FactLit { kind: FactKind::Name(name.clone()), span: fact.span })
            }
            _ => {
                let (zh, en) = ty.name();
                self.report(Diagnostic::error(
                    "E0242",
                    fact.span,
                    Message::new(
                        format!("这个值与字段类型不符，应为{zh}"),
                        format!("this value does not fit the field, which is {en}"),
                    ),
                    Message::new("改写这个值", "write a value of that type"),
                ));
                Value::Null
            }
        }
    }
}

fn plain_number(digits: &str) -> Value {
    digits.parse::<i64>().map_or_else(|_| Value::String(digits.to_owned()), Value::from)
}

/// A literal without a declared type: evidence, conduct, segments of a script.
fn plain(fact: &FactLit) -> Value {
    match &fact.kind {
        FactKind::Null => Value::Null,
        FactKind::Bool(b) => Value::Bool(*b),
        FactKind::Number(digits) => plain_number(digits),
        FactKind::Str(s) | FactKind::Name(s) => Value::String(s.clone()),
        FactKind::Date(d) => Value::String(d.to_string()),
        FactKind::List(items) => Value::Array(items.iter().map(plain).collect()),
        FactKind::Record(fields) => Value::Object(fields.iter().map(|(k, v)| (k.node.clone(), plain(v))).collect()),
    }
}
