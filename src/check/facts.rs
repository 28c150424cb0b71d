//! Fact literals of examples and scenarios: checked against the types and turned into subject JSON.

use super::Checker;
use super::types::{Ty, TypeShape};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::eval::date::parse_day;
use crate::pack::decimal::Decimal;
use crate::pack::model::Symbol;
use crate::syntax::tree::{FactKind, FactLit, Name};
use serde_json::{Map, Value};

/// Keys that every subject has beside its declared fields.
const BUILT_IN: [&str; 4] = ["evidence", "conduct", "waivers", "complete"];
/// What a piece of evidence and the conduct are made of; the input contract fixes it.
const EVIDENCE: [&str; 6] = ["kind", "number", "issuer", "valid_from", "valid_to", "supports"];
const CONDUCT: [&str; 2] = ["from", "to"];

impl Checker<'_> {
    /// The JSON of a subject literal.
    pub(super) fn subject_json(&mut self, subject: &Symbol, facts: &FactLit) -> Option<Value> {
        // The grammar has nothing else here.
        let FactKind::Record(fields) = &facts.kind else { return None };
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
                self.built_in(&name.node, value);
                self.once(map, &name.node, plain(value), name);
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
            self.once(map, &key, json, name);
        }
    }

    /// A fact is written once; the second would silently replace the first.
    fn once(&mut self, map: &mut Map<String, Value>, key: &str, json: Value, name: &Name) {
        if map.insert(key.to_owned(), json).is_some() {
            self.report(Diagnostic::error(
                "E0243",
                name.span,
                Message::new(format!("“{}”写了两次", name.node), format!("`{}` is written twice", name.node)),
                Message::new("删去其中一个；几个值写成列表 [ … ]", "remove one; several values are a list [ … ]"),
            ));
        }
    }

    /// Keys of evidence and conduct, which are the same for every subject.
    fn built_in(&mut self, name: &str, value: &FactLit) {
        let (known, records): (&[&str], Vec<&FactLit>) = match (name, &value.kind) {
            ("evidence", FactKind::List(items)) => (&EVIDENCE, items.iter().collect()),
            ("conduct", _) => (&CONDUCT, vec![value]),
            _ => return,
        };
        for record in records {
            let FactKind::Record(fields) = &record.kind else { continue };
            for (key, value) in fields {
                if !known.contains(&key.node.as_str()) {
                    let hint = nearest(&key.node, known.iter().copied());
                    let help = hint.map_or_else(
                        || {
                            Message::new(
                                format!("可以写：{}", known.join("、")),
                                format!("it has {}", known.join(", ")),
                            )
                        },
                        |s| Message::new(format!("是否想写“{s}”？"), format!("did you mean `{s}`?")),
                    );
                    self.report(Diagnostic::error(
                        "E0220",
                        key.span,
                        Message::new(
                            format!("{name} 没有字段“{}”", key.node),
                            format!("{name} has no field `{}`", key.node),
                        ),
                        help,
                    ));
                }
                if let FactKind::Date(date) = &value.kind {
                    self.day(*date, value.span);
                }
            }
        }
    }

    fn fact_json(&mut self, ty: &Ty, fact: &FactLit) -> Value {
        match (&fact.kind, ty) {
            (FactKind::List(items), Ty::List(inner)) => {
                Value::Array(items.iter().map(|i| self.fact_json(inner, i)).collect())
            }
            (FactKind::Record(fields), Ty::Named(symbol)) if self.is_record(symbol) => {
                let mut map = Map::new();
                self.record_json(ty, fields, &mut map, false);
                Value::Object(map)
            }
            (FactKind::Name(name), Ty::Named(symbol)) if !self.is_record(symbol) => {
                let info = self.types.get(symbol).cloned();
                match info.as_ref().and_then(|i| i.member(name)) {
                    Some(key) => Value::String(key.to_owned()),
                    None => {
                        let name = Name { node: name.clone(), span: fact.span };
                        self.unknown_member(&name, ty);
                        Value::Null
                    }
                }
            }
            (FactKind::Number(digits), Ty::Int) if digits.parse::<i64>().is_ok() => plain_number(digits),
            (FactKind::Number(digits) | FactKind::Str(digits), Ty::Money)
                if Decimal::parse(digits).is_some_and(|d| d.scale <= 2) =>
            {
                Value::String(digits.clone())
            }
            (FactKind::Number(digits) | FactKind::Str(digits), Ty::Decimal | Ty::Percent)
                if Decimal::parse(digits).is_some() =>
            {
                Value::String(digits.clone())
            }
            (FactKind::Date(date), Ty::Date | Ty::DateTime) => {
                self.day(*date, fact.span);
                plain(fact)
            }
            (FactKind::Str(text), Ty::Date) if parse_day(text).is_some() => plain(fact),
            (FactKind::Str(_), Ty::Copy | Ty::Text | Ty::DateTime | Ty::Duration)
            | (FactKind::Bool(_), Ty::Bool)
            | (FactKind::List(_), Ty::Copy)
            | (FactKind::Null, _) => plain(fact),
            (FactKind::Str(name), Ty::Named(symbol)) if !self.is_record(symbol) => {
                self.fact_json(ty, &FactLit { kind: FactKind::Name(name.clone()), span: fact.span })
            }
            _ => {
                let (zh, en) = self.ty_name(ty);
                let (how_zh, how_en) = shape(ty, self.is_member(ty));
                self.report(Diagnostic::error(
                    "E0242",
                    fact.span,
                    Message::new(
                        format!("这个值与字段类型不符，应为{zh}"),
                        format!("this value does not fit the field, which is {en}"),
                    ),
                    Message::new(how_zh, how_en),
                ));
                Value::Null
            }
        }
    }

    fn is_record(&self, symbol: &Symbol) -> bool {
        self.types.get(symbol).is_none_or(|i| matches!(i.shape, TypeShape::Record { .. }))
    }

    fn is_member(&self, ty: &Ty) -> bool {
        matches!(ty, Ty::Named(symbol) if !self.is_record(symbol))
    }
}

/// How a value of a type is written.
fn shape(ty: &Ty, member: bool) -> (&'static str, &'static str) {
    match ty {
        Ty::Bool => ("写 真 或 假；不知道的不写", "write true or false; leave out what is not known"),
        Ty::Int => ("写整数，例如 3", "write a whole number, such as 3"),
        Ty::Money => {
            ("写以元为单位的数，最多两位小数，例如 199.90", "write yuan with at most two decimals, such as 199.90")
        }
        Ty::Decimal | Ty::Percent | Ty::Captured => {
            ("写一个数，例如 12.5；百分数只写数字", "write a number, such as 12.5; a percentage without the sign")
        }
        Ty::Date => ("写日期，例如 2026-02-01", "write a date, such as 2026-02-01"),
        Ty::DateTime => (
            "写日期，或用引号写时刻，例如 \"2026-02-01T20:00:00\"",
            "write a date, or a datetime in quotes: \"2026-02-01T20:00:00\"",
        ),
        Ty::WorkingDays => ("写工作日数，例如 3", "write a number of working days, such as 3"),
        Ty::Duration => ("用引号写期间，例如 \"P6M\"", "write a duration in quotes, such as \"P6M\""),
        Ty::Text | Ty::Copy => ("用引号写文字", "write text in quotes"),
        Ty::List(_) => ("写列表 [ … ]；没有就写 []", "write a list [ … ]; none is []"),
        Ty::Named(_) if member => ("写成员或类目的名称", "write the name of a member or a category"),
        Ty::Named(_) => ("写 { 字段: 值 }", "write { field: value }"),
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
