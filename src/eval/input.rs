//! JSON → facts, by the subject's record type. All problems of an input are told at once.

use super::facts::{Complete, Evidence, Fact, Facts, MissingFact, Record, Segment, Step, WaiverFact, Warning, pointer};
use super::options::Options;
use super::prepare::{GoodsPlan, Key, Kind, Prepared, Speech, TypeInfo};
use super::scalar;
use super::utterance::Voice;
use super::value::Val;
use crate::diagnostic::Message;
use crate::diagnostic::suggest::nearest;
use crate::order;
use crate::pack::model::{BaseType, Day, Field, FieldType, Ref};
use crate::syntax::tree::Scope;
use serde::Serialize;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One thing wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InputProblem {
    /// JSON pointer.
    pub path: String,
    /// What is wrong and what to write instead.
    pub message: Message,
    /// The pointer or word that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// Why a subject cannot be judged: everything that is wrong with it, in its own order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InputError {
    /// Never empty.
    pub problems: Vec<InputProblem>,
}

impl InputError {
    /// A single problem.
    #[must_use]
    pub fn one(path: impl Into<String>, message: Message) -> Self {
        Self { problems: vec![InputProblem { path: path.into(), message, suggestion: None }] }
    }
}

impl InputError {
    /// All problems in one sentence each, with their places.
    #[must_use]
    pub fn message(&self) -> Message {
        let line = |p: &InputProblem, text: &str| format!("{}: {text}", if p.path.is_empty() { "/" } else { &p.path });
        let zh: Vec<String> = self.problems.iter().map(|p| line(p, &p.message.zh)).collect();
        let en: Vec<String> = self.problems.iter().map(|p| line(p, &p.message.en)).collect();
        Message::new(zh.join("；"), en.join("; "))
    }
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, p) in self.problems.iter().enumerate() {
            if i > 0 {
                f.write_str("; ")?;
            }
            let path = if p.path.is_empty() { "/" } else { &p.path };
            write!(f, "{path}: {}", p.message.en)?;
        }
        Ok(())
    }
}

impl std::error::Error for InputError {}

/// Keys that every subject has.
const BUILT_IN: [&str; 5] = ["kind", "evidence", "conduct", "waivers", "complete"];

/// The key of a field whose words are spoken.
pub(super) const SCRIPT: &str = "script";

/// Most problems told; after that reading stops.
const MAX_PROBLEMS: usize = 100;

pub(super) struct Reader<'p, 'a> {
    pub p: &'p Prepared,
    options: &'p Options,
    stack: Vec<Step<'a>>,
    /// Counts lists, and the one that is being read.
    lists: (u32, u32),
    /// The field under way is the script: words that are spoken.
    script: bool,
    segments: Vec<Segment<'a>>,
    steps: Vec<Step<'a>>,
    problems: Vec<InputProblem>,
    warnings: Vec<Warning>,
    /// Segment → the product it names.
    products: Vec<(u32, &'a Value)>,
}

/// Reads a subject.
pub(crate) fn read<'a>(p: &Prepared, json: &'a Value, options: &Options) -> Result<Facts<'a>, InputError> {
    let mut r = Reader {
        p,
        options,
        stack: Vec::new(),
        lists: (0, 0),
        script: false,
        segments: Vec::new(),
        steps: Vec::new(),
        problems: Vec::new(),
        warnings: Vec::new(),
        products: Vec::new(),
    };
    let facts = r.subject(json);
    match facts {
        Some(facts) if r.problems.is_empty() => Ok(facts),
        _ => Err(InputError { problems: r.problems }),
    }
}

impl<'a> Reader<'_, 'a> {
    pub(super) fn problem(&mut self, message: Message) {
        self.problem_with(message, None);
    }

    fn problem_with(&mut self, message: Message, suggestion: Option<String>) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(InputProblem { path: pointer(&self.stack), message, suggestion });
        }
    }

    pub(super) fn warn(&mut self, message: Message, suggestion: Option<String>) {
        let path = pointer(&self.stack);
        self.warnings.push(Warning { path, message, suggestion });
    }

    pub(super) fn at<T>(&mut self, step: Step<'a>, f: impl FnOnce(&mut Self) -> T) -> T {
        self.stack.push(step);
        let result = f(self);
        self.stack.pop();
        result
    }

    pub(super) fn take<T>(&mut self, result: Result<T, Message>) -> Option<T> {
        result.map_err(|message| self.problem(message)).ok()
    }

    fn subject(&mut self, json: &'a Value) -> Option<Facts<'a>> {
        let Value::Object(map) = json else {
            self.problem(scalar::wrong_type("对象", "an object", json));
            return None;
        };
        let kind = self.kind(map)?;
        let plan = self.p.kinds.get(kind)?;
        let fields = self.fields(plan.ty, map, true);
        let root = Fact::Record(Record { ty: plan.ty, fields });
        let evidence = map.get("evidence").and_then(|v| self.at(Step::Key("evidence"), |r| r.evidence(v)));
        let conduct = map.get("conduct").and_then(|v| self.at(Step::Key("conduct"), |r| r.conduct(v)));
        let waivers = map.get("waivers").map(|v| self.at(Step::Key("waivers"), |r| r.waivers(v))).unwrap_or_default();
        let complete =
            map.get("complete").map(|v| self.at(Step::Key("complete"), |r| r.complete(plan.ty, v))).unwrap_or_default();
        self.bind_products(plan, &root);
        let missing_words = self.missing_words(plan, &root, &complete);
        Some(Facts {
            kind,
            root,
            segments: std::mem::take(&mut self.segments),
            steps: std::mem::take(&mut self.steps),
            evidence,
            conduct,
            waivers,
            complete,
            missing_words,
            warnings: std::mem::take(&mut self.warnings),
        })
    }

    fn kind(&mut self, map: &'a Map<String, Value>) -> Option<usize> {
        let known =
            || self.p.kinds.iter().filter_map(|k| self.p.linked.types.get(k.ty as usize)).map(|t| t.key.as_str());
        let list = known().collect::<Vec<_>>().join(", ");
        let Some(value) = map.get("kind") else {
            self.problem(Message::new(
                format!("缺少 kind；可用的有：{list}"),
                format!("\"kind\" is missing; known kinds: {list}"),
            ));
            return None;
        };
        let name = value.as_str().unwrap_or_default();
        if let Some(kind) = self.p.kind_names.get(name) {
            return Some(*kind);
        }
        let suggestion = nearest(name, known()).map(str::to_owned);
        self.at(Step::Key("kind"), |r| {
            r.problem_with(
                Message::new(
                    format!("没有这种主体：{value}；可用的有：{list}"),
                    format!("no such kind: {value}; known kinds: {list}"),
                ),
                suggestion,
            );
        });
        None
    }

    pub(super) fn fields(&mut self, ty: Ref, map: &'a Map<String, Value>, top: bool) -> Vec<Fact<'a>> {
        let p = self.p;
        let count = match p.linked.types.get(ty as usize).map(|t| &t.kind) {
            Some(crate::pack::model::TypeKind::Record { fields, .. }) => fields.len(),
            _ => 0,
        };
        let mut facts: Vec<Fact<'a>> = Vec::new();
        facts.resize_with(count, || Fact::Missing);
        if self.stack.len() >= self.options.limits.depth {
            self.problem(too_large("嵌套", "nesting", self.options.limits.depth));
            return facts;
        }
        let Some(TypeInfo::Record { keys, words, product, .. }) = p.types.get(ty as usize) else { return facts };
        // In the order of the declaration, whatever the order of the keys.
        let mut known: Vec<(Key, &'a str, &'a Value)> = Vec::with_capacity(map.len());
        for (name, value) in map {
            match keys.get(name) {
                _ if top && BUILT_IN.contains(&name.as_str()) => {}
                Some(key) => known.push((*key, name, value)),
                None => self.at(Step::Key(name), |r| r.unknown_key(ty, name, top)),
            }
        }
        order::by_key(&mut known, |(key, ..)| u128::from(key.slot));
        for (key, name, value) in known {
            // An index in place of a product's id: `product: 0`.
            let index = words.is_some() && *product == Some(key.slot) && value.is_u64();
            if let Some(field) = p.field(ty, key.slot).filter(|_| !index) {
                self.stack.push(Step::Key(name));
                self.field(&mut facts, key, field, value);
                self.stack.pop();
            }
        }
        facts
    }

    fn field(&mut self, facts: &mut [Fact<'a>], key: Key, field: &Field, value: &'a Value) {
        let outer = std::mem::replace(&mut self.script, self.p.linked.name(field.key) == SCRIPT);
        let fact = if key.fen && !value.is_null() {
            self.take(scalar::fen(value)).map_or(Fact::Missing, Fact::Number)
        } else {
            self.value(field.ty, value)
        };
        self.script = outer;
        let Some(place) = facts.get_mut(usize::from(key.slot)) else { return };
        if matches!(place, Fact::Missing) {
            *place = fact;
        } else {
            let (zh, en) = (&field.name, self.p.linked.name(field.key));
            self.problem(Message::new(format!("同一项（{zh}）写了两次"), format!("\"{en}\" is given twice")));
        }
    }

    fn unknown_key(&mut self, ty: Ref, name: &str, top: bool) {
        let p = self.p;
        let mut names: Vec<&str> = if top { BUILT_IN.to_vec() } else { Vec::new() };
        if let Some(crate::pack::model::TypeKind::Record { fields, .. }) =
            p.linked.types.get(ty as usize).map(|t| &t.kind)
        {
            names.extend(fields.iter().flat_map(|f| [p.linked.name(f.key), f.name.as_str()]));
        }
        let suggestion = nearest(name, names).map(|n| {
            let parent = self.stack.split_last().map_or(&[][..], |(_, parent)| parent);
            format!("{}{}", pointer(parent), pointer(&[Step::Key(n)]))
        });
        self.warn(
            Message::new(format!("没有“{name}”这一项，已忽略"), format!("there is no \"{name}\"; ignored")),
            suggestion,
        );
    }

    fn value(&mut self, ty: FieldType, value: &'a Value) -> Fact<'a> {
        if value.is_null() {
            return Fact::Null;
        }
        if ty.lists > 0 {
            return self.list(FieldType { lists: ty.lists.saturating_sub(1), ..ty }, value);
        }
        match ty.base {
            BaseType::Bool => self.take(scalar::boolean(value)).map_or(Fact::Missing, Fact::Bool),
            BaseType::Int => self.take(scalar::integer(value)).map_or(Fact::Missing, Fact::Number),
            BaseType::Decimal => self.take(scalar::decimal(value)).map_or(Fact::Missing, Fact::Number),
            BaseType::Money => self.take(scalar::money(value)).map_or(Fact::Missing, Fact::Number),
            BaseType::Percent => self.take(scalar::percent(value)).map_or(Fact::Missing, Fact::Number),
            BaseType::Date => self.take(scalar::date(value)).map_or(Fact::Missing, Fact::Date),
            BaseType::DateTime => self.take(scalar::moment(value)).map_or(Fact::Missing, Fact::Moment),
            BaseType::Duration => self.take(scalar::period(value)).map_or(Fact::Missing, Fact::Period),
            BaseType::Text => self.text(value).map_or(Fact::Missing, Fact::Text),
            BaseType::Copy => self.copy(value),
            BaseType::Named(ty) => self.named(ty, value),
        }
    }

    pub(super) fn text(&mut self, value: &'a Value) -> Option<&'a str> {
        let text = value.as_str();
        if text.is_none() {
            self.problem(scalar::wrong_type("文字", "a string", value));
        }
        text
    }

    pub(super) fn array(&mut self, value: &'a Value) -> Option<&'a [Value]> {
        let Value::Array(items) = value else {
            self.problem(scalar::wrong_type("列表", "a list", value));
            return None;
        };
        if items.len() > self.options.limits.list_length {
            self.problem(too_large("列表", "list", self.options.limits.list_length));
            return None;
        }
        Some(items)
    }

    fn list(&mut self, ty: FieldType, value: &'a Value) -> Fact<'a> {
        // A script may be given as one text.
        if let (Value::String(_), BaseType::Named(record)) = (value, ty.base)
            && self.words_slot(record).is_some()
        {
            return Fact::List(vec![self.named(record, value)]);
        }
        let Some(items) = self.array(value) else { return Fact::Missing };
        let outer = self.lists.1;
        self.lists.0 = self.lists.0.saturating_add(1);
        self.lists.1 = self.lists.0;
        let mut list = Vec::with_capacity(items.len());
        for (i, item) in items.iter().enumerate() {
            self.stack.push(Step::Index(i));
            list.push(self.value(ty, item));
            self.stack.pop();
        }
        self.lists.1 = outer;
        Fact::List(list)
    }

    /// A text, or a list of segments.
    fn copy(&mut self, value: &'a Value) -> Fact<'a> {
        let first = self.here();
        match value {
            Value::String(text) => self.segment(text),
            Value::Array(_) => {
                self.lists.0 = self.lists.0.saturating_add(1);
                self.lists.1 = self.lists.0;
                for (i, item) in self.array(value).unwrap_or_default().iter().enumerate() {
                    self.at(Step::Index(i), |r| r.loose_segment(item));
                }
            }
            _ => self.problem(scalar::wrong_type("文字或者分段列表", "a string or a list of segments", value)),
        }
        Fact::Copy { first, count: self.here().saturating_sub(first) }
    }

    fn here(&self) -> u32 {
        u32::try_from(self.segments.len()).unwrap_or(u32::MAX)
    }

    fn loose_segment(&mut self, item: &'a Value) {
        match item {
            Value::String(text) => {
                self.segment(text);
                self.loose_voice(None);
            }
            Value::Object(map) => {
                for (name, value) in map {
                    self.at(Step::Key(name), |r| match name.as_str() {
                        "text" | "内容" => {
                            if let Some(text) = r.text(value) {
                                r.segment(text);
                            }
                        }
                        "start_ms" | "end_ms" | "speaker" | "channel" | "product" => {}
                        _ => r.warn(
                            Message::new(
                                format!("没有“{name}”这一项，已忽略"),
                                format!("there is no \"{name}\"; ignored"),
                            ),
                            None,
                        ),
                    });
                }
                match map.get("text").or_else(|| map.get("内容")) {
                    None => self.problem(Message::new("这一段没有 text", "this segment has no \"text\"")),
                    Some(_) => {
                        self.loose_voice(Some(map));
                        if let Some(product) = map.get("product").filter(|p| !p.is_null()) {
                            self.products.push((self.here().saturating_sub(1), product));
                        }
                    }
                }
            }
            _ => self.problem(scalar::wrong_type("文字或者一段", "a string or a segment", item)),
        }
    }

    /// Says who speaks the last segment, where it is of a script that no record describes.
    fn loose_voice(&mut self, map: Option<&'a Map<String, Value>>) {
        let field = |key: &str| map.and_then(|map| map.get(key));
        let channel = field("channel").and_then(Value::as_str);
        if !self.script || channel.is_some_and(|c| !matches!(c, "speech" | "口播")) {
            return;
        }
        let millis = |key| field(key).and_then(Value::as_i64);
        let speaker = field("speaker").and_then(Value::as_str);
        let voice = Voice { list: self.lists.1, speaker, from: millis("start_ms"), to: millis("end_ms") };
        if let Some(segment) = self.segments.last_mut() {
            segment.voice = Some(voice);
        }
    }

    fn segment(&mut self, text: &'a str) {
        let first = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
        self.steps.extend_from_slice(&self.stack);
        let last = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
        self.segments.push(Segment { text: Cow::Borrowed(text), steps: (first, last), product: None, voice: None });
    }

    fn words_slot(&self, ty: Ref) -> Option<u16> {
        match self.p.types.get(ty as usize) {
            Some(TypeInfo::Record { words, .. }) => *words,
            _ => None,
        }
    }

    fn named(&mut self, ty: Ref, value: &'a Value) -> Fact<'a> {
        let p = self.p;
        match p.types.get(ty as usize) {
            Some(TypeInfo::Members { .. }) => self.member(ty, value),
            Some(TypeInfo::Record { words, product, speech, .. }) => match (value, words) {
                (Value::Object(map), _) => {
                    let first = self.here();
                    let fields = self.fields(ty, map, false);
                    self.voice(first, *speech, &fields);
                    let field = product.and_then(|s| p.field(ty, s));
                    let named = field.and_then(|f| map.get(p.linked.name(f.key)).or_else(|| map.get(&f.name)));
                    if let (Some(value), Some(_)) = (named.filter(|v| !v.is_null()), words) {
                        for s in first..self.here() {
                            self.products.push((s, value));
                        }
                    }
                    Fact::Record(Record { ty, fields })
                }
                (Value::String(text), Some(slot)) => {
                    let mut fields = self.fields(ty, empty(), false);
                    let first = self.here();
                    self.segment(text);
                    if let Some(place) = fields.get_mut(usize::from(*slot)) {
                        *place = Fact::Copy { first, count: 1 };
                    }
                    self.voice(first, *speech, &fields);
                    Fact::Record(Record { ty, fields })
                }
                _ => {
                    self.problem(scalar::wrong_type("对象", "an object", value));
                    Fact::Missing
                }
            },
            None => Fact::Missing,
        }
    }

    /// Says who speaks the one segment of a record. What stands on the screen, in a title or among the comments is no speech that
    /// goes on.
    fn voice(&mut self, first: u32, speech: Option<Speech>, fields: &[Fact<'a>]) {
        let Some(speech) = speech.filter(|_| self.here() == first.saturating_add(1)) else { return };
        let field = |slot: Option<u16>| slot.and_then(|slot| fields.get(usize::from(slot)));
        let spoken = match field(speech.channel) {
            Some(Fact::Member(ty, index)) => self.p.member_key(*ty, *index) == Some("speech"),
            _ => true,
        };
        let millis = |slot| match field(slot) {
            Some(Fact::Number(n)) if n.scale == 0 => Some(n.units),
            _ => None,
        };
        let speaker = match field(Some(speech.speaker)) {
            Some(Fact::Text(name)) => Some(*name),
            _ => None,
        };
        let voice = Voice { list: self.lists.1, speaker, from: millis(speech.start), to: millis(speech.end) };
        if let Some(segment) = self.segments.last_mut().filter(|_| spoken) {
            segment.voice = Some(voice);
        }
    }

    /// A member that nobody declared is not stated rather than refused: catalogues are larger than the law's terms.
    fn member(&mut self, ty: Ref, value: &'a Value) -> Fact<'a> {
        let p = self.p;
        let Some(TypeInfo::Members { by_text, taxonomy, .. }) = p.types.get(ty as usize) else { return Fact::Missing };
        let given: Cow<'a, str> = match value {
            Value::String(s) => Cow::Borrowed(s),
            Value::Number(n) if *taxonomy => Cow::Owned(n.to_string()),
            _ => {
                self.problem(scalar::wrong_type("文字", "a string", value));
                return Fact::Missing;
            }
        };
        let mapped = self.options.category_map.get(given.as_ref()).filter(|_| *taxonomy);
        let name = mapped.map_or(given.as_ref(), String::as_str);
        if let Some(index) = by_text.get(name) {
            return Fact::Member(ty, *index);
        }
        let suggestion = self.p.linked.types.get(ty as usize).and_then(|t| match &t.kind {
            crate::pack::model::TypeKind::Enum(m) | crate::pack::model::TypeKind::Taxonomy(m) => {
                let names = m.iter().flat_map(|m| [self.p.linked.name(m.key), m.name.as_str()]);
                nearest(name, names).map(str::to_owned)
            }
            crate::pack::model::TypeKind::Record { .. } => None,
        });
        self.warn(
            Message::new(
                format!("不认识“{name}”，按未说明处理"),
                format!("\"{name}\" is not known; taken as not stated"),
            ),
            suggestion,
        );
        Fact::Missing
    }

    /// Which product each segment speaks about: the one it stands in, or the one it names by id, title or index.
    fn bind_products(&mut self, plan: &Kind, root: &Fact<'a>) {
        let GoodsPlan::List { slot } = plan.goods else { return };
        let Fact::Record(Record { fields, .. }) = root else { return };
        let list: &[Fact] = match fields.get(usize::from(slot)) {
            Some(Fact::List(list)) => list,
            _ => &[],
        };
        for (index, item) in (0u32..).zip(list) {
            bind_inside(item, index, &mut self.segments);
        }
        let named = std::mem::take(&mut self.products);
        let names = if named.is_empty() { BTreeMap::new() } else { self.product_names(list) };
        for (segment, value) in named {
            let index = match value {
                Value::Number(n) => {
                    n.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| (*n as usize) < list.len())
                }
                Value::String(name) => names.get(name.as_str()).copied(),
                _ => None,
            };
            if index.is_none() {
                let steps = self.segments.get(segment as usize).map_or((0, 0), |s| s.steps);
                let path = self.steps.get(steps.0 as usize..steps.1 as usize).map_or_else(String::new, pointer);
                self.warnings.push(Warning {
                    path,
                    message: Message::new(
                        format!("商品列表里没有 {value}，这段话按未指明商品处理"),
                        format!(
                            "no product {value} is listed; these words are taken as about no product in particular"
                        ),
                    ),
                    suggestion: None,
                });
            }
            if let Some(s) = self.segments.get_mut(segment as usize).filter(|s| s.product.is_none()) {
                s.product = index;
            }
        }
    }

    /// Products by id; by title or name where no id is the same. The first of equals counts.
    fn product_names(&self, list: &[Fact<'a>]) -> BTreeMap<String, u32> {
        let mut names = BTreeMap::new();
        for key in ["id", "title", "name"] {
            for (index, item) in (0u32..).zip(list) {
                let Fact::Record(record) = item else { continue };
                let Some(TypeInfo::Record { keys, .. }) = self.p.types.get(record.ty as usize) else { continue };
                let fact = keys.get(key).and_then(|k| record.fields.get(usize::from(k.slot)));
                if let Some(Val::Text(name)) = fact.map(|f| f.val(&self.segments)) {
                    names.entry(name.to_owned()).or_insert(index);
                }
            }
        }
        names
    }

    /// The subject's own words that are absent. In scope `text` only what is given counts.
    fn missing_words(&self, plan: &Kind, root: &Fact<'a>, complete: &Complete) -> Vec<MissingFact> {
        let Fact::Record(Record { fields, .. }) = root else { return Vec::new() };
        if self.options.scope == Scope::Text {
            return Vec::new();
        }
        let absent = |slot: &&u16| matches!(fields.get(usize::from(**slot)), Some(Fact::Missing));
        let open = plan.words.iter().filter(absent).filter(|slot| !complete.covers(&[**slot]));
        open.map(|slot| MissingFact::Field(vec![*slot])).collect()
    }

    pub(super) fn day(&mut self, value: &'a Value) -> Option<Day> {
        self.take(scalar::date(value))
    }

    pub(super) fn evidence_item(
        &mut self,
        kind: &'a str,
        valid_from: Option<Day>,
        valid_to: Option<Day>,
    ) -> Evidence<'a> {
        Evidence { kind, valid_from, valid_to }
    }

    pub(super) fn waiver_item(&mut self, w: WaiverFact<'a>) -> WaiverFact<'a> {
        if !self.p.rule_ids.contains_key(w.rule) {
            let suggestion = nearest(w.rule, self.p.rule_ids.keys().map(String::as_str)).map(str::to_owned);
            self.warn(
                Message::new(format!("没有规则“{}”", w.rule), format!("there is no rule \"{}\"", w.rule)),
                suggestion,
            );
        } else if w.expiry < self.options.as_of {
            let until = super::date::format_day(w.expiry);
            self.warn(
                Message::new(format!("豁免已于 {until} 到期，不再适用"), format!("this waiver expired on {until}")),
                None,
            );
        }
        w
    }
}

fn bind_inside(fact: &Fact, product: u32, segments: &mut [Segment]) {
    match fact {
        Fact::Copy { first, count } => {
            let end = first.saturating_add(*count) as usize;
            for s in segments.get_mut(*first as usize..end).into_iter().flatten() {
                s.product = Some(product);
            }
        }
        Fact::List(items) => items.iter().for_each(|f| bind_inside(f, product, segments)),
        Fact::Record(record) => record.fields.iter().for_each(|f| bind_inside(f, product, segments)),
        _ => {}
    }
}

fn empty() -> &'static Map<String, Value> {
    static EMPTY: std::sync::OnceLock<Map<String, Value>> = std::sync::OnceLock::new();
    EMPTY.get_or_init(Map::new)
}

fn too_large(zh: &str, en: &str, limit: usize) -> Message {
    Message::new(format!("{zh}超过上限 {limit}"), format!("{en} exceeds the limit of {limit}"))
}
