//! What a new version of packs changes, before it is published: rules added, removed and changed by meaning, articles gained and
//! lost, and, over a corpus, which subjects change decision, by which rule.
//!
//! [`meaning`] tells rules apart by what they mean; [`impact`] judges subjects by the rules that changed, and by the others only
//! where those could change a decision. [`text`] and [`html`] render what [`Diff`] holds; JSON is the contract (`zhunze.diff/1`).

pub mod html;
pub mod impact;
mod meaning;
pub mod text;

pub use impact::{Impact, Judged, Over};

use crate::coverage::{Coverage, State};
use crate::diagnostic::Message;
use crate::engine::Engine;
use crate::eval::date::format_day;
use crate::host;
use crate::pack::linked::LinkedRule;
use crate::pack::model::{Cite, Ref};
use crate::pack::{Pack, PackError};
use crate::syntax::Language;
use crate::syntax::tree::{Layer, Severity};
use meaning::{Item, Meaning, Reader};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The schema's name.
pub const SCHEMA: &str = "zhunze.diff/1";

/// Packs on one side of a comparison, ready to judge.
#[derive(Debug)]
pub struct Side {
    engine: Engine,
    packs: Vec<Pack>,
}

impl Side {
    /// Links packs that were decoded with their explanations.
    ///
    /// # Errors
    /// A [`PackError`] of linking.
    pub fn new(packs: Vec<Pack>) -> Result<Self, PackError> {
        Ok(Self { engine: host::engine(packs.clone())?, packs })
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// By pattern, context and definition: the pack that declares it. Linking puts them one pack after the other.
    fn owners(&self) -> [Vec<u32>; 3] {
        let mut owners = [Vec::new(), Vec::new(), Vec::new()];
        for (index, linked) in (0u32..).zip(&self.engine.linked().packs) {
            let Some(pack) = self.packs.iter().find(|p| p.core.meta.id == linked.meta.id) else { continue };
            let core = &pack.core;
            for (list, count) in owners.iter_mut().zip([core.patterns.len(), core.contexts.len(), core.defines.len()]) {
                list.extend(std::iter::repeat_n(index, count));
            }
        }
        owners
    }
}

/// A part of a rule that may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// What it forbids, requires or permits, and its scope.
    Condition,
    /// To which subjects it applies, and when.
    Applies,
    /// The contexts in which words are no claim.
    Outside,
    /// Its exceptions.
    Exceptions,
    /// The law it rests on.
    Citations,
    /// When it is in force, and from when its law is held.
    Dates,
    /// How weighty a breach is, raised or not.
    Severity,
    /// Who is bound.
    Bound,
    /// How far a machine decides it.
    Nature,
    /// How the facts that it reads are declared.
    Facts,
    /// Fold tables and the working calendar, where it reads words or counts working days.
    Tables,
    /// What is told: names, reasons, advice, penalties.
    Told,
}

impl Part {
    /// Whether a judgement may come out otherwise where this differs.
    #[must_use]
    pub const fn judges(self) -> bool {
        !matches!(self, Self::Citations | Self::Bound | Self::Told)
    }

    /// In Chinese and in English.
    #[must_use]
    pub const fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Condition => ("条件", "condition"),
            Self::Applies => ("适用", "applies"),
            Self::Outside => ("排除", "outside"),
            Self::Exceptions => ("例外", "exceptions"),
            Self::Citations => ("依据", "citations"),
            Self::Dates => ("期间", "dates"),
            Self::Severity => ("级别", "severity"),
            Self::Bound => ("约束", "bound"),
            Self::Nature => ("性质", "nature"),
            Self::Facts => ("事实声明", "facts"),
            Self::Tables => ("折叠与日历", "tables"),
            Self::Told => ("文字", "texts"),
        }
    }
}

/// What kind of item rules share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SharedKind {
    /// A lexicon, pattern or prescribed wording.
    Pattern,
    /// A context.
    Context,
    /// A definition, with what is presumed about it.
    Definition,
}

/// What two versions of packs differ in.
#[derive(Clone, Debug, Serialize)]
pub struct Diff {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Version of the engine.
    pub engine: &'static str,
    /// Packs that are new, gone, or have other bytes.
    pub packs: Vec<PackChange>,
    /// Rules.
    pub rules: Rules,
    /// Shared items whose change changes rules.
    pub shared: Vec<SharedChange>,
    /// Articles that are declared on one side only, or accounted for otherwise.
    pub articles: Vec<ArticleChange>,
    /// What it does to a corpus, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<Over>,
}

/// A pack on both sides.
#[derive(Clone, Debug, Serialize)]
pub struct PackChange {
    /// Id.
    pub id: String,
    /// Its Chinese and English title.
    pub title: Message,
    /// Layer.
    pub layer: Layer,
    /// Before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<PackVersion>,
    /// After.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<PackVersion>,
}

/// A version of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackVersion {
    /// Version.
    pub version: u32,
    /// `sha256:…`.
    pub digest: String,
}

/// Rules that differ.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Rules {
    /// Only in the new packs.
    pub added: Vec<RuleName>,
    /// Only in the old packs.
    pub removed: Vec<RuleName>,
    /// With another meaning.
    pub changed: Vec<RuleChange>,
    /// With the same meaning and other texts.
    pub reworded: Vec<RuleName>,
    /// The same on both sides.
    pub same: usize,
}

/// A rule.
#[derive(Clone, Debug, Serialize)]
pub struct RuleName {
    /// Id.
    pub id: String,
    /// Chinese name.
    pub name: String,
    /// Severity.
    pub severity: Severity,
    /// The law, as people write it.
    pub cites: Vec<Message>,
    /// Why.
    pub message: Message,
}

/// A rule that changed.
#[derive(Clone, Debug, Serialize)]
pub struct RuleChange {
    /// The rule, as it is now.
    #[serde(flatten)]
    pub rule: RuleName,
    /// Its parts that differ.
    pub parts: Vec<Part>,
    /// Those parts as they were and are, where they can be written down.
    pub details: Vec<Detail>,
    /// Shared items that it reads and that changed.
    pub through: Vec<SharedName>,
}

/// A part before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// The part.
    pub part: Part,
    /// Before; empty where it was not there.
    pub old: String,
    /// After; empty where it is gone.
    pub new: String,
}

/// A shared item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedName {
    /// Kind.
    pub kind: SharedKind,
    /// The pack and key.
    pub id: String,
    /// Chinese name.
    pub name: String,
}

/// A shared item that changed by itself, not only by what it refers to.
#[derive(Clone, Debug, Serialize)]
pub struct SharedChange {
    /// The item.
    #[serde(flatten)]
    pub item: SharedName,
    /// Words that a pattern now names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words_added: Vec<String>,
    /// Words that it no longer names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words_removed: Vec<String>,
    /// A definition before and after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<[String; 2]>,
    /// How many rules read it.
    pub rules: usize,
}

/// An article that differs.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleChange {
    /// The instrument's slug.
    pub law: String,
    /// Its title.
    pub title: Message,
    /// The part: 第九条第三项.
    pub part: Message,
    /// What it says.
    pub text: Message,
    /// How it was accounted for; `None`: not declared.
    pub old: Option<State>,
    /// How it is now.
    pub new: Option<State>,
}

/// Two sides, compared.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// Before.
    pub old: &'a Side,
    /// After.
    pub new: &'a Side,
    diff: Diff,
    /// Rules to be judged again, by side and index.
    again: [Vec<bool>; 2],
}

impl<'a> Comparison<'a> {
    /// Compares two sides.
    #[must_use]
    pub fn new(old: &'a Side, new: &'a Side) -> Self {
        let mut readers = (reader(old), reader(new));
        let before = meanings(&mut readers.0);
        let after = meanings(&mut readers.1);
        let changed = changed_items(&mut readers);
        let mut rules = Rules::default();
        let mut again = [vec![false; old.engine.linked().rules.len()], vec![false; new.engine.linked().rules.len()]];
        let mut mark = |side: usize, rule: usize| {
            if let Some(flag) = again.get_mut(side).and_then(|list| list.get_mut(rule)) {
                *flag = true;
            }
        };
        let mut readers_of: BTreeMap<&Item, BTreeSet<&str>> = BTreeMap::new();
        for (id, (at, meaning)) in &after {
            let Some(rule) = new.engine.linked().rules.get(*at) else { continue };
            for item in &meaning.reads {
                readers_of.entry(item).or_default().insert(id);
            }
            let name = rule_name(&readers.1, rule);
            let Some((was_at, was)) = before.get(id) else {
                mark(1, *at);
                rules.added.push(name);
                continue;
            };
            let parts = meaning.differs(was);
            if parts.iter().any(|p| p.judges()) {
                mark(0, *was_at);
                mark(1, *at);
            }
            match parts.as_slice() {
                [] => rules.same = rules.same.saturating_add(1),
                [Part::Told] => rules.reworded.push(name),
                _ => {
                    let Some(old_rule) = old.engine.linked().rules.get(*was_at) else { continue };
                    let details = details((&readers.0, old_rule, was), (&readers.1, rule, meaning), &parts);
                    let read = was.reads.union(&meaning.reads).filter_map(|item| changed.get(item));
                    let through = read.map(|c| c.item.clone()).collect();
                    rules.changed.push(RuleChange { rule: name, parts, details, through });
                }
            }
        }
        for (id, (at, meaning)) in &before {
            for item in &meaning.reads {
                readers_of.entry(item).or_default().insert(id);
            }
            let Some(rule) = old.engine.linked().rules.get(*at).filter(|_| !after.contains_key(id)) else { continue };
            mark(0, *at);
            rules.removed.push(rule_name(&readers.0, rule));
        }
        let shared = changed.iter().map(|(item, change)| {
            let rules = readers_of.get(item).map_or(0, BTreeSet::len);
            SharedChange { rules, ..change.clone() }
        });
        let shared = shared.filter(|c| c.rules > 0).collect();
        let diff = Diff {
            schema: SCHEMA,
            engine: env!("CARGO_PKG_VERSION"),
            packs: packs(old, new),
            rules,
            shared,
            articles: articles(old, new),
            over: None,
        };
        Self { old, new, diff, again }
    }

    /// What differs.
    #[must_use]
    pub const fn diff(&self) -> &Diff {
        &self.diff
    }

    /// What differs, with what it does to a corpus.
    #[must_use]
    pub fn with(self, over: Option<Over>) -> Diff {
        Diff { over, ..self.diff }
    }
}

impl Diff {
    /// Whether nothing at all differs that a report could show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let r = &self.rules;
        r.added.is_empty()
            && r.removed.is_empty()
            && r.changed.is_empty()
            && r.reworded.is_empty()
            && self.articles.is_empty()
            && self.shared.is_empty()
    }

    /// One line of JSON.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn reader(side: &Side) -> Reader<'_> {
    Reader::new(side.engine.linked(), side.owners())
}

/// By id: the rule's place and what it means.
fn meanings<'a>(reader: &mut Reader<'a>) -> BTreeMap<&'a str, (usize, Meaning)> {
    let rules = reader.linked.rules.iter().enumerate();
    rules.map(|(at, rule)| (rule.id.as_str(), (at, reader.rule(rule)))).collect()
}

/// Every shared item that is not the same, by itself and not only by what it refers to.
fn changed_items(readers: &mut (Reader<'_>, Reader<'_>)) -> BTreeMap<Item, SharedChange> {
    let mut before = items(&readers.0);
    let after = items(&readers.1);
    let mut differs: BTreeMap<Item, (Option<Ref>, Option<Ref>)> = BTreeMap::new();
    for (item, new) in after {
        let old = before.remove(&item);
        let same = old.is_some_and(|old| readers.0.item(item.0, old) == readers.1.item(item.0, new));
        if !same {
            differs.insert(item, (old, Some(new)));
        }
    }
    differs.extend(before.into_iter().map(|(item, old)| (item, (Some(old), None))));
    let mut out = BTreeMap::new();
    for (item, (old, new)) in &differs {
        let kind = item.0;
        let words = |reader: &Reader<'_>, at: Option<Ref>| -> BTreeSet<String> {
            let at = at.filter(|_| kind == SharedKind::Pattern);
            at.map(|at| reader.own_words(at).into_iter().map(str::to_owned).collect()).unwrap_or_default()
        };
        let (was, is) = (words(&readers.0, *old), words(&readers.1, *new));
        let by_others = old.is_some()
            && new.is_some_and(|new| {
                let refers = readers.1.refers(kind, new).into_iter();
                refers.filter_map(|(kind, at)| readers.1.named(kind, at)).any(|other| differs.contains_key(&other))
            });
        if was == is && by_others {
            continue;
        }
        let name = match (new, old) {
            (Some(new), _) => readers.1.name(kind, *new),
            (None, Some(old)) => readers.0.name(kind, *old),
            (None, None) => String::new(),
        };
        let clause = |reader: &Reader<'_>, at: Option<Ref>| {
            let define = at.and_then(|at| reader.linked.defines.get(at as usize));
            define.map_or_else(String::new, |d| crate::eval::clause(reader.linked, d.body))
        };
        let detail = (kind == SharedKind::Definition).then(|| [clause(&readers.0, *old), clause(&readers.1, *new)]);
        out.insert(
            item.clone(),
            SharedChange {
                item: SharedName { kind, id: format!("{}/{}", item.1, item.2), name },
                words_added: is.difference(&was).cloned().collect(),
                words_removed: was.difference(&is).cloned().collect(),
                detail,
                rules: 0,
            },
        );
    }
    out
}

/// Shared items that packs declare, with their places.
fn items(reader: &Reader<'_>) -> BTreeMap<Item, Ref> {
    let linked = reader.linked;
    let counts = [
        (SharedKind::Pattern, linked.patterns.len().min(linked.first_added as usize)),
        (SharedKind::Context, linked.contexts.len()),
        (SharedKind::Definition, linked.defines.len()),
    ];
    let all = counts.into_iter().flat_map(|(kind, count)| (0u32..).take(count).map(move |at| (kind, at)));
    all.filter_map(|(kind, at)| Some((reader.named(kind, at)?, at))).collect()
}

fn rule_name(reader: &Reader<'_>, rule: &LinkedRule) -> RuleName {
    RuleName {
        id: rule.id.clone(),
        name: rule.rule.name.clone(),
        severity: rule.rule.severity,
        cites: rule.rule.cites.iter().map(|c| cited(reader, c)).collect(),
        message: reader.linked.text(rule.rule.message),
    }
}

fn cited(reader: &Reader<'_>, cite: &Cite) -> Message {
    let law = reader.linked.instruments.get(cite.law as usize);
    let (zh, en) = law.map_or(("", ""), |l| (l.title.as_str(), l.title_en.as_str()));
    let place = crate::cite::Place {
        title: (zh, en),
        article: (cite.article != 0).then_some(cite.article),
        sub: cite.sub,
        paragraph: cite.paragraph,
        item: cite.item,
        section: cite.section.as_deref(),
    };
    Message::new(place.named(Language::Zh), place.named(Language::En))
}

type Seen<'r, 'a> = (&'r Reader<'a>, &'a LinkedRule, &'r Meaning);

/// What can be written down of the parts that differ.
fn details(old: Seen<'_, '_>, new: Seen<'_, '_>, parts: &[Part]) -> Vec<Detail> {
    let mut out = Vec::new();
    for part in parts {
        if *part == Part::Exceptions {
            let keys: BTreeSet<&String> = old.2.exceptions.keys().chain(new.2.exceptions.keys()).collect();
            for key in keys {
                if old.2.exceptions.get(key) != new.2.exceptions.get(key) {
                    out.push(Detail { part: *part, old: exception(old, key), new: exception(new, key) });
                }
            }
            continue;
        }
        let (was, is) = (written(old, *part), written(new, *part));
        if was != is {
            out.push(Detail { part: *part, old: was, new: is });
        }
    }
    out
}

fn exception((reader, rule, _): Seen<'_, '_>, key: &str) -> String {
    let Some(exception) = rule.rule.exceptions.iter().find(|e| e.key == key) else { return String::new() };
    let proved = match (exception.on_request, exception.proved) {
        (true, _) => "；备查 on-request".to_owned(),
        (false, Some(e)) => format!("；须附 required: {}", crate::eval::clause(reader.linked, e)),
        (false, None) => String::new(),
    };
    let cites: Vec<String> = exception.cites.iter().map(|c| cited(reader, c).zh).collect();
    let raised = crate::eval::clause(reader.linked, exception.raised);
    format!("{} ({key})：{}；{raised}{proved}", exception.name, cites.join("、"))
}

fn written((reader, linked, _): Seen<'_, '_>, part: Part) -> String {
    let rule = &linked.rule;
    match part {
        Part::Condition => {
            format!("{} {}", plain(&rule.norm), crate::eval::clause(reader.linked, rule.body))
        }
        Part::Applies => {
            let kinds = rule.applies.iter().filter_map(|t| reader.linked.types.get(*t as usize));
            let kinds: Vec<&str> = kinds.map(|t| t.key.as_str()).collect();
            let when = rule.when.map(|w| format!(" when {}", crate::eval::clause(reader.linked, w)));
            format!("{}{}", kinds.join(", "), when.unwrap_or_default())
        }
        Part::Outside => {
            let contexts = rule.outside.iter().filter_map(|c| reader.linked.contexts.get(*c as usize));
            contexts.map(|c| c.name.as_str()).collect::<Vec<_>>().join("、")
        }
        Part::Citations => rule.cites.iter().map(|c| cited(reader, c).zh).collect::<Vec<_>>().join("、"),
        Part::Dates => {
            let to = rule.valid_to.map_or_else(|| "…".to_owned(), format_day);
            format!("{} – {to}", format_day(rule.valid_from))
        }
        Part::Severity => {
            let raises = linked.raises.iter().filter_map(|r| {
                let pack = reader.linked.packs.get(r.pack as usize)?;
                Some(format!(" · {} {}", pack.meta.id, plain(&r.severity)))
            });
            format!("{}{}", plain(&rule.severity), raises.collect::<String>())
        }
        Part::Bound => rule.binds.iter().map(|p| crate::report::names::party(*p).0).collect::<Vec<_>>().join("、"),
        Part::Nature => plain(&rule.nature),
        Part::Exceptions | Part::Facts | Part::Tables | Part::Told => String::new(),
    }
}

/// A member of one of the language's lists, as its English keyword.
fn plain<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn packs(old: &Side, new: &Side) -> Vec<PackChange> {
    let mut out: BTreeMap<&str, PackChange> = BTreeMap::new();
    for (side, is_new) in [(old, false), (new, true)] {
        let linked = side.engine.linked();
        for pack in &linked.packs {
            let change = out.entry(pack.meta.id.as_str()).or_insert_with(|| PackChange {
                id: pack.meta.id.clone(),
                title: Message::default(),
                layer: pack.meta.layer,
                old: None,
                new: None,
            });
            change.title = linked.text(pack.meta.title);
            change.layer = pack.meta.layer;
            let version = PackVersion { version: pack.meta.version, digest: pack.digest.clone() };
            *(if is_new { &mut change.new } else { &mut change.old }) = Some(version);
        }
    }
    out.into_values().filter(|c| c.old != c.new).collect()
}

/// Articles that are declared on one side only, or are accounted for otherwise.
fn articles(old: &Side, new: &Side) -> Vec<ArticleChange> {
    let mut out: BTreeMap<(String, Vec<u16>, String), ArticleChange> = BTreeMap::new();
    for (side, is_new) in [(old, false), (new, true)] {
        let coverage = Coverage::new(side.engine.linked(), &side.packs);
        for instrument in coverage.instruments {
            for row in instrument.articles {
                let order = [row.article, row.sub, row.paragraph, row.item, row.to];
                let order: Vec<u16> = order.into_iter().map(|n| n.unwrap_or(0)).collect();
                let dates = format!("{:?}{:?}{:?}", row.section, row.from, row.until);
                let change = out.entry((instrument.law.clone(), order, dates)).or_insert_with(|| ArticleChange {
                    law: instrument.law.clone(),
                    title: Message::default(),
                    part: Message::new(row.named(Language::Zh), row.named(Language::En)),
                    text: Message::default(),
                    old: None,
                    new: None,
                });
                change.title = instrument.title.clone();
                change.text = row.text.clone();
                *(if is_new { &mut change.new } else { &mut change.old }) = Some(row.status);
            }
        }
    }
    out.into_values().filter(|c| c.old != c.new).collect()
}
