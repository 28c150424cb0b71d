//! Reads the keys that every subject has: `evidence`, `conduct`, `waivers`, `complete`.

use super::facts::{Complete, Evidence, Step, WaiverFact};
use super::input::Reader;
use super::prepare::TypeInfo;
use super::scalar::wrong_type;
use crate::diagnostic::Message;
use crate::pack::model::{Day, Ref};
use serde_json::{Map, Value};

const EVIDENCE: [&str; 6] = ["kind", "number", "issuer", "valid_from", "valid_to", "supports"];
const WAIVER: [&str; 5] = ["rule", "scope", "reason", "author", "expiry"];

impl<'a> Reader<'_, 'a> {
    fn object(&mut self, value: &'a Value, keys: &[&'static str]) -> Option<&'a Map<String, Value>> {
        let Value::Object(map) = value else {
            self.problem(wrong_type("对象", "an object", value));
            return None;
        };
        for name in map.keys().filter(|k| !keys.contains(&k.as_str())) {
            let suggestion = crate::diagnostic::suggest::nearest(name, keys.iter().copied()).map(str::to_owned);
            self.at(Step::Key(name), |r| {
                r.warn(
                    Message::new(format!("没有“{name}”这一项，已忽略"), format!("there is no \"{name}\"; ignored")),
                    suggestion,
                );
            });
        }
        Some(map)
    }

    fn required(&mut self, map: &'a Map<String, Value>, key: &'static str) -> Option<&'a str> {
        match map.get(key) {
            Some(value) => self.at(Step::Key(key), |r| r.text(value)),
            None => {
                self.problem(Message::new(format!("缺少 {key}"), format!("\"{key}\" is missing")));
                None
            }
        }
    }

    fn optional_day(&mut self, map: &'a Map<String, Value>, key: &'static str) -> Option<Day> {
        let value = map.get(key).filter(|v| !v.is_null())?;
        self.at(Step::Key(key), |r| r.day(value))
    }

    /// `None` where nothing is stated; null is known to be none.
    pub(super) fn evidence(&mut self, value: &'a Value) -> Option<Vec<Evidence<'a>>> {
        if value.is_null() {
            return Some(Vec::new());
        }
        let items = self.array(value)?;
        let mut list = Vec::with_capacity(items.len());
        for (i, item) in items.iter().enumerate() {
            let read = self.at(Step::Index(i), |r| {
                let map = r.object(item, &EVIDENCE)?;
                let kind = r.required(map, "kind")?;
                let (from, to) = (r.optional_day(map, "valid_from"), r.optional_day(map, "valid_to"));
                Some(r.evidence_item(kind, from, to))
            });
            list.extend(read);
        }
        Some(list)
    }

    /// `{from, to}`, or one date. Without `to` it still goes on.
    pub(super) fn conduct(&mut self, value: &'a Value) -> Option<(Day, Option<Day>)> {
        if value.is_null() {
            return None;
        }
        if value.is_string() {
            return self.day(value).map(|d| (d, Some(d)));
        }
        let map = self.object(value, &["from", "to"])?;
        let to = self.optional_day(map, "to");
        let from = match map.get("from").filter(|v| !v.is_null()) {
            Some(v) => self.at(Step::Key("from"), |r| r.day(v))?,
            None => {
                self.problem(Message::new("缺少 from", "\"from\" is missing"));
                return None;
            }
        };
        if to.is_some_and(|to| to < from) {
            self.problem(Message::new("to 早于 from", "\"to\" is before \"from\""));
        }
        Some((from, to))
    }

    pub(super) fn waivers(&mut self, value: &'a Value) -> Vec<WaiverFact<'a>> {
        if value.is_null() {
            return Vec::new();
        }
        let mut list = Vec::new();
        for (i, item) in self.array(value).unwrap_or_default().iter().enumerate() {
            let read = self.at(Step::Index(i), |r| {
                let map = r.object(item, &WAIVER)?;
                let rule = r.required(map, "rule");
                let reason = r.required(map, "reason");
                let author = r.required(map, "author");
                let expiry = match map.get("expiry") {
                    Some(v) => r.at(Step::Key("expiry"), |r| r.day(v)),
                    None => r.required(map, "expiry").and(None),
                };
                let scope = match map.get("scope").filter(|v| !v.is_null()) {
                    Some(v) => Some(r.at(Step::Key("scope"), |r| r.text(v))?),
                    None => None,
                };
                let waiver = WaiverFact { rule: rule?, scope, reason: reason?, author: author?, expiry: expiry? };
                Some(r.waiver_item(waiver))
            });
            list.extend(read);
        }
        list
    }

    /// `true`, or a list of field names or pointers.
    pub(super) fn complete(&mut self, ty: Ref, value: &'a Value) -> Complete {
        match value {
            Value::Bool(true) => Complete::Everything,
            Value::Bool(false) | Value::Null => Complete::Nothing,
            Value::Array(items) => {
                let mut paths = Vec::new();
                for (i, item) in items.iter().enumerate() {
                    self.at(Step::Index(i), |r| {
                        let Some(text) = r.text(item) else { return };
                        match r.slots(ty, text) {
                            Some(path) => paths.push(path),
                            None => r.warn(
                                Message::new(
                                    format!("没有“{text}”这一项，已忽略"),
                                    format!("there is no \"{text}\"; ignored"),
                                ),
                                None,
                            ),
                        }
                    });
                }
                Complete::These(paths)
            }
            _ => {
                self.problem(wrong_type("true 或者列表", "true or a list", value));
                Complete::Nothing
            }
        }
    }

    fn slots(&self, mut ty: Ref, text: &str) -> Option<Vec<u16>> {
        let mut slots = Vec::new();
        let steps = text.split(['/', '.']).filter(|s| !s.is_empty() && !s.bytes().all(|b| b.is_ascii_digit()));
        for step in steps {
            let Some(TypeInfo::Record { keys, .. }) = self.p.types.get(ty as usize) else { return None };
            let key = keys.get(step.trim_end_matches("[]"))?;
            slots.push(key.slot);
            ty = self.p.field_record(ty, key.slot).unwrap_or(Ref::MAX);
        }
        (!slots.is_empty()).then_some(slots)
    }
}
