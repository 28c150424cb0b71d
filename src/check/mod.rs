//! Names, types and the lawyer's lints: from trees to checked rules.
//!
//! What leaves this room is complete: every name resolved, every type checked, every rule with law, validity, reason and
//! examples. All problems of a pack are found in one go; the room never stops at the first.

mod build;
mod calendar;
mod circles;
mod codes;
mod conflicts;
mod examples;
mod exceptions;
mod expr;
mod facts;
mod law;
mod layers;
mod paths;
mod pattern;
mod rules;
mod scope;
mod types;

pub use codes::CODES;

use crate::diagnostic::{Diagnostic, Level, Message};
use crate::pack::Pack;
use crate::pack::model::{Core, Day, Explain, Symbol, SymbolKind};
use crate::pack::texts::Texts;
use crate::syntax::tree::{
    Expected, FoldDecl, Instrument, ItemKind, Layer, Pat, PatKind, Rule, Scope as CheckScope, SourceFile, Span,
};
use build::Builder;
use law::Law;
use scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use types::{TypeInfo, TypeShape};

/// A pack that passed, apart from its fold tables, which need files.
#[derive(Debug, Default)]
pub struct Checked {
    /// What every check needs.
    pub core: Core,
    /// Texts.
    pub texts: Texts,
    /// For `explain` and coverage.
    pub explain: Explain,
    /// Fold declarations, in source order.
    pub folds: Vec<FoldDecl>,
    /// Scenarios.
    pub scenarios: Vec<CheckedScenario>,
    /// Where each rule is declared, by key.
    pub rule_spans: BTreeMap<String, Span>,
    /// Where each prescribed wording is declared, by key.
    pub prescribed_spans: BTreeMap<String, Span>,
    /// Where each lexicon, pattern, prescribed wording and context is declared, by key.
    pub pattern_spans: BTreeMap<String, Span>,
    /// The added words of each extension, by key, and the name that is extended.
    pub extensions: Vec<(String, Span)>,
    /// Where each word stands first, by the word.
    pub word_spans: BTreeMap<String, Span>,
}

/// A scenario ready to run.
#[derive(Clone, Debug)]
pub struct CheckedScenario {
    /// Title.
    pub title: String,
    /// Subject JSON.
    pub subject: serde_json::Value,
    /// Conduct date.
    pub on: Option<Day>,
    /// Evaluation date.
    pub as_of: Option<Day>,
    /// Scope.
    pub scope: CheckScope,
    /// What must come out.
    pub expects: Vec<Expectation>,
    /// Where it is declared.
    pub span: Span,
}

/// What a scenario expects.
#[derive(Clone, Debug)]
pub enum Expectation {
    /// A rule (by id) and its outcome.
    Rule(String, Expected),
    /// The decision.
    Decision(String),
}

/// A pattern that another refers to: by name in this pack, resolved in a used one.
#[derive(Clone, Debug)]
enum Called {
    Name(String),
    Symbol(Symbol),
}

type LexiconWords = (Vec<(String, bool)>, Vec<String>);

struct Checker<'a> {
    b: Builder,
    scope: Scope,
    types: BTreeMap<Symbol, TypeInfo>,
    laws: BTreeMap<Symbol, Law>,
    /// By pattern: the numbers that it names itself, and the patterns that it refers to.
    captures: BTreeMap<Symbol, (Vec<String>, Vec<Called>)>,
    /// This pack's lexicons by key: words with whether they are exact, and the names of the lexicons they include.
    lexicons: BTreeMap<String, LexiconWords>,
    rule_names: BTreeMap<String, (String, Span)>,
    /// Where each word stands first.
    word_spans: BTreeMap<String, Span>,
    /// Rules of the packs in use: name or key → full id.
    used_rules: BTreeMap<String, String>,
    /// The pack itself and those it uses.
    packs: BTreeSet<String>,
    used: &'a [Pack],
    /// Some items could not be read, or a used pack is missing: names that are not found prove nothing.
    incomplete: bool,
    explain: Explain,
    scenarios: Vec<CheckedScenario>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    /// The numbers that a match of a pattern can name, those of the patterns it refers to included.
    fn captured(&self, pattern: &Symbol) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        let mut seen: BTreeSet<Symbol> = BTreeSet::new();
        let mut waiting = vec![pattern.clone()];
        while let Some(next) = waiting.pop() {
            if let Some((names, calls)) = self.captures.get(&next) {
                out.extend(names.iter().cloned());
                waiting.extend(
                    calls
                        .iter()
                        .filter_map(|c| match c {
                            Called::Name(name) => self.lookup(SymbolKind::Pattern, name),
                            Called::Symbol(symbol) => Some(symbol.clone()),
                        })
                        .filter(|s| !seen.contains(s)),
                );
            }
            seen.insert(next);
        }
        out
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// Checks the files of one pack against the packs it uses. `None` when there is an error; the diagnostics say which.
///
/// `used`: the packs that it uses and those that they use. `broken`: items are missing because they could not be read; then a
/// name that is not found is no error of its own.
pub fn check(files: &[SourceFile], used: &[Pack], broken: bool, diagnostics: &mut Vec<Diagnostic>) -> Option<Checked> {
    let before = diagnostics.len();
    let items: Vec<&ItemKind> = files.iter().flat_map(|f| &f.items).map(|i| &i.kind).collect();
    let mut checker = Checker {
        b: Builder::new(),
        scope: Scope::default(),
        types: BTreeMap::new(),
        laws: BTreeMap::new(),
        captures: BTreeMap::new(),
        lexicons: BTreeMap::new(),
        rule_names: BTreeMap::new(),
        word_spans: BTreeMap::new(),
        used_rules: BTreeMap::new(),
        packs: BTreeSet::new(),
        used,
        incomplete: broken,
        explain: Explain::default(),
        scenarios: Vec::new(),
        diagnostics,
    };
    if !checker.pack_item(&items, files, used) {
        return None;
    }
    for pack in used {
        checker.import_types(pack);
        if checker.packs.contains(&pack.core.meta.id) {
            checker.import(pack);
            checker.import_laws(pack);
        }
    }
    checker.declare_all(&items);
    let mut checked = Checked::default();
    checker.items(&items, &mut checked);
    let Checker { b, scope, word_spans, explain, scenarios, diagnostics, .. } = checker;
    // In the order of the source, each once: a reader goes through a file from top to bottom.
    let mut found = diagnostics.split_off(before);
    found.sort_by_key(|d| (d.span, d.code));
    found.dedup();
    diagnostics.append(&mut found);
    if diagnostics.iter().skip(before).any(|d| d.level == Level::Error) {
        return None;
    }
    let id = &b.core.meta.id;
    checked.pattern_spans = scope.pattern_spans(id);
    checked.pattern_spans.extend(checked.extensions.iter().cloned());
    checked.word_spans = word_spans;
    checked.core = b.core;
    checked.texts = Texts::new(b.texts);
    checked.core.texts = checked.texts.count();
    checked.explain = Explain { docs: b.docs, ..explain };
    checked.scenarios = scenarios;
    Some(checked)
}

impl Checker<'_> {
    /// Reads the pack item; without exactly one there is nothing to check.
    fn pack_item(&mut self, items: &[&ItemKind], files: &[SourceFile], used: &[Pack]) -> bool {
        let packs: Vec<_> =
            items.iter().filter_map(|i| if let ItemKind::Pack(p) = i { Some(p) } else { None }).collect();
        let [decl] = packs.as_slice() else {
            if packs.is_empty() && self.incomplete {
                return false;
            }
            let first = files.iter().flat_map(|f| &f.items).next().map(|i| i.span).unwrap_or_default();
            let span = packs.get(1).map_or(first, |p| p.id.span);
            self.report(Diagnostic::error(
                "E0221",
                span,
                if packs.is_empty() {
                    Message::new("这个包没有“包”声明", "this folder has no pack item")
                } else {
                    Message::new("一个包里只能有一个“包”声明", "a pack has exactly one pack item")
                },
                Message::new(
                    "在 pack.zz 里写一个“包 名称 (版本) { … }”",
                    "write one `pack id (version) { … }` in pack.zz",
                ),
            ));
            return false;
        };
        let meta = &mut self.b.core.meta;
        meta.id.clone_from(&decl.id.node);
        meta.version = decl.version.node;
        meta.layer = decl.layer.map_or(Layer::Law, |l| l.node);
        meta.uses = decl.uses.iter().map(|(n, v)| (n.node.clone(), v.node)).collect();
        self.packs = decl.uses.iter().map(|(n, _)| n.node.clone()).collect();
        self.packs.insert(decl.id.node.clone());
        if !decl.id.node.is_ascii() {
            self.report(Diagnostic::error(
                "E0202",
                decl.id.span,
                Message::new(
                    "包的标识会出现在报告中，只能用 ASCII",
                    "a pack's id appears in reports and must be ASCII",
                ),
                Message::new(
                    "写成 cn.advertising 这样的标识；中文写在“名称”里",
                    "write an id such as cn.advertising; a Chinese name goes into `title`",
                ),
            ));
        }
        if decl.layer.is_none() {
            self.report(Diagnostic::error(
                "E0229",
                decl.id.span,
                Message::new(
                    "包没有写明层级，无从判断它能改动什么",
                    "the pack names no layer, and its layer says what it may change",
                ),
                Message::new(
                    "写“层级 法律”“层级 行业”“层级 平台”或“层级 活动”",
                    "add `layer law`, `layer code`, `layer platform` or `layer campaign`",
                ),
            ));
        }
        let dates = decl.valid.unwrap_or_default();
        let (from, to) = (self.maybe_day(dates.from.as_ref()), self.maybe_day(dates.to.as_ref()));
        if from.zip(to).is_some_and(|(f, t)| f > t) {
            let span = dates.to.map_or(decl.id.span, |d| d.span);
            self.out_of_order(span, "包的“至”早于“自”", "the pack ends before it begins");
        }
        self.b.core.meta.valid_from = from;
        self.b.core.meta.valid_to = to;
        self.season(decl.id.span);
        self.b.core.meta.title = self.b.bilingual(decl.title.as_ref());
        self.b.core.meta.publisher = self.b.bilingual(decl.publisher.as_ref());
        let layer = decl.layer.map_or(Layer::Law, |l| l.node);
        for (name, version) in &decl.uses {
            if name.node == decl.id.node {
                self.report(Diagnostic::error(
                    "E0223",
                    name.span,
                    Message::new("包不能引用自己", "a pack cannot use itself"),
                    Message::new(
                        "删去这一行；本包声明的名称可以直接使用",
                        "remove this line; the pack's own names are known anyway",
                    ),
                ));
                continue;
            }
            let higher = used.iter().find(|p| p.core.meta.id == name.node && p.core.meta.layer > layer);
            if let Some(higher) = higher.filter(|_| decl.layer.is_some()) {
                let ((zh, en), (own_zh, own_en)) = (layer_name(higher.core.meta.layer), layer_name(layer));
                self.report(Diagnostic::error(
                    "E0230",
                    name.span,
                    Message::new(
                        format!("{own_zh}包不能引用{zh}包：上位规范不能以下位规范为据"),
                        format!("a {own_en} pack cannot use a {en} pack: the higher norm cannot rest on the lower"),
                    ),
                    Message::new(
                        "把需要的部分移到上一层的包里，或改正本包的“层级”",
                        "move what is needed into a pack of this layer, or correct this pack's `layer`",
                    ),
                ));
            }
            let found = used.iter().find(|p| p.core.meta.id == name.node);
            if found.is_none_or(|p| p.core.meta.version < version.node) {
                let have = found.map(|p| p.core.meta.version);
                self.report(Diagnostic::error(
                    "E0223",
                    name.span,
                    Message::new(
                        have.map_or_else(
                            || format!("找不到所引用的包 {}", name.node),
                            |v| format!("所引用的包 {} 只有版本 {v}", name.node),
                        ),
                        have.map_or_else(
                            || format!("the used pack {} is not there", name.node),
                            |v| format!("the used pack {} is only at version {v}", name.node),
                        ),
                    ),
                    Message::new(
                        "一并提供该包（--pack），或改正名称和版本",
                        "supply it (--pack), or correct name and version",
                    ),
                ));
                self.incomplete = true;
            }
        }
        true
    }

    /// First pass: every name, so that order within a pack does not matter.
    fn declare_all(&mut self, items: &[&ItemKind]) {
        let pack = self.b.core.meta.id.clone();
        for item in items {
            match item {
                ItemKind::Instrument(i) => {
                    let symbol = Symbol { pack: pack.clone(), kind: SymbolKind::Instrument, key: i.slug.node.clone() };
                    self.instrument_name(i, &symbol);
                    self.scope.add(&symbol, &[&i.slug.node, &i.title.zh.node], Some(i.slug.span));
                }
                ItemKind::Enum(e) => {
                    let symbol = self.declare(SymbolKind::Type, &e.name);
                    let members = e.members.iter().map(|(n, _)| (n.key().to_owned(), n.name.node.clone())).collect();
                    self.types
                        .insert(symbol, TypeInfo { name: e.name.name.node.clone(), shape: TypeShape::Enum(members) });
                }
                ItemKind::Taxonomy(t) => {
                    let symbol = self.declare(SymbolKind::Type, &t.name);
                    let mut members = Vec::new();
                    flatten(&t.roots, &mut members);
                    self.types.insert(
                        symbol,
                        TypeInfo { name: t.name.name.node.clone(), shape: TypeShape::Taxonomy(members) },
                    );
                }
                ItemKind::Record(r) => {
                    let symbol = self.declare(SymbolKind::Type, &r.name);
                    let shape = TypeShape::Record { subject: r.subject, fields: Vec::new() };
                    self.types.insert(symbol, TypeInfo { name: r.name.name.node.clone(), shape });
                }
                ItemKind::Lexicon(l) => {
                    self.declare(SymbolKind::Pattern, &l.name);
                    let words: Vec<(String, bool)> = l.entries.iter().map(|e| (e.word.node.clone(), e.exact)).collect();
                    let includes = l.includes.iter().map(|i| i.node.clone()).collect();
                    self.lexicons.insert(l.name.key().to_owned(), (words, includes));
                }
                ItemKind::Pattern(p) => {
                    let symbol = self.declare(SymbolKind::Pattern, &p.name);
                    let (mut names, mut calls) = (Vec::new(), Vec::new());
                    capture_names(&p.body, &mut names, &mut calls);
                    self.captures.insert(symbol, (names, calls));
                }
                ItemKind::Prescribed(p) => {
                    self.declare(SymbolKind::Pattern, &p.name);
                }
                ItemKind::Context(c) => {
                    self.declare(SymbolKind::Context, &c.name);
                }
                ItemKind::Define(d) => {
                    self.declare(SymbolKind::Define, &d.name);
                }
                ItemKind::Rule(r) => self.declare_rule(r),
                ItemKind::Pack(_)
                | ItemKind::Fold(_)
                | ItemKind::Presume(_)
                | ItemKind::Raise(_)
                | ItemKind::Extend(_)
                | ItemKind::Calendar(_)
                | ItemKind::Scenario(_) => {}
            }
        }
        // Fields may name types declared later.
        for item in items {
            if let ItemKind::Record(r) = item {
                let shape = self.shape_of_record(r);
                let symbol = Symbol { pack: pack.clone(), kind: SymbolKind::Type, key: r.name.key().to_owned() };
                if let Some(info) = self.types.get_mut(&symbol) {
                    info.shape = shape;
                }
            }
        }
    }

    fn instrument_name(&mut self, decl: &Instrument, symbol: &Symbol) {
        let slug = &decl.slug;
        if let Some(first) = self.scope.span(symbol) {
            self.report(
                Diagnostic::error(
                    "E0201",
                    slug.span,
                    Message::new(
                        format!("法“{}”重复声明", slug.node),
                        format!("instrument `{}` is declared twice", slug.node),
                    ),
                    Message::new(
                        "合并成一处；一部法的各次修正写成它的“版本”",
                        "merge them; amendments of one law are its `version` lines",
                    ),
                )
                .label(first, Message::new("先在这里声明", "first declared here")),
            );
        }
        if !slug.node.is_ascii() {
            self.report(Diagnostic::error(
                "E0202",
                slug.span,
                Message::new(
                    format!("“{}”会出现在报告中，需要 ASCII 标识", slug.node),
                    format!("`{}` appears in reports and needs an ASCII id", slug.node),
                ),
                Message::new(
                    "法的标识写成 advertising-law 这样；中文名称写在后面的引号里",
                    "write a slug such as advertising-law; the Chinese title follows in quotes",
                ),
            ));
        }
    }

    fn declare_rule(&mut self, rule: &Rule) {
        let key = rule.name.key().to_owned();
        let names = [key.clone(), rule.name.name.node.clone()];
        let taken = names.iter().find_map(|n| self.rule_names.get(n).map(|(_, span)| (n.clone(), *span)));
        if let Some((called, first)) = taken {
            self.report(
                Diagnostic::error(
                    "E0201",
                    rule.name.name.span,
                    Message::new(format!("规则“{called}”重复声明"), format!("rule `{called}` is declared twice")),
                    Message::new(
                        "改用另一个名称和标识；规则标识跨版本不变",
                        "use another name and id; rule ids are stable across versions",
                    ),
                )
                .label(first, Message::new("先在这里声明", "first declared here")),
            );
        }
        for name in names {
            self.rule_names.entry(name).or_insert((key.clone(), rule.name.name.span));
        }
    }

    /// Second pass: what everything means.
    fn items(&mut self, items: &[&ItemKind], checked: &mut Checked) {
        // Instruments first, since citations need them; rules last, since their lints look at contexts and definitions.
        for item in items {
            if let ItemKind::Instrument(i) = item {
                self.instrument(i);
            }
        }
        for item in items {
            match item {
                ItemKind::Pack(_)
                | ItemKind::Instrument(_)
                | ItemKind::Rule(_)
                | ItemKind::Raise(_)
                | ItemKind::Extend(_)
                | ItemKind::Scenario(_) => {}
                ItemKind::Enum(e) => self.enum_decl(e),
                ItemKind::Taxonomy(t) => self.taxonomy(t),
                ItemKind::Record(r) => self.record(r),
                ItemKind::Lexicon(l) => self.lexicon(l),
                ItemKind::Pattern(p) => self.pattern(p),
                ItemKind::Prescribed(p) => {
                    checked.prescribed_spans.insert(p.name.key().to_owned(), p.name.name.span);
                    self.prescribed(p);
                }
                ItemKind::Context(c) => self.context(c),
                ItemKind::Define(d) => self.define(d),
                ItemKind::Presume(p) => self.presume(p),
                ItemKind::Fold(f) => checked.folds.push(f.clone()),
                ItemKind::Calendar(c) => self.calendar(c),
            }
        }
        let presumptions = items.iter().filter_map(|i| if let ItemKind::Presume(p) = i { Some(p) } else { None });
        self.presumptions(&presumptions.collect::<Vec<_>>());
        self.circles();
        for item in items {
            match item {
                ItemKind::Rule(r) => {
                    checked.rule_spans.insert(r.name.key().to_owned(), r.name.name.span);
                    self.rule(r);
                }
                ItemKind::Scenario(s) => self.scenario(s),
                ItemKind::Raise(r) => self.raise(r),
                ItemKind::Extend(e) => checked.extensions.extend(self.extend(e)),
                _ => {}
            }
        }
        self.opposite_norms(&checked.rule_spans);
    }
}

fn layer_name(layer: Layer) -> (&'static str, &'static str) {
    match layer {
        Layer::Law => ("法律", "law"),
        Layer::Code => ("行业", "code"),
        Layer::Platform => ("平台", "platform"),
        Layer::Campaign => ("活动", "campaign"),
    }
}

fn flatten(categories: &[crate::syntax::tree::Category], out: &mut Vec<(String, String)>) {
    for category in categories {
        out.push((category.name.key().to_owned(), category.name.name.node.clone()));
        flatten(&category.children, out);
    }
}

fn capture_names(pat: &Pat, out: &mut Vec<String>, calls: &mut Vec<Called>) {
    match &pat.kind {
        PatKind::Num { capture: Some(name), .. } => out.push(name.node.clone()),
        PatKind::Ref(name) => calls.push(Called::Name(name.node.clone())),
        PatKind::Seq(parts) | PatKind::Alt(parts) => parts.iter().for_each(|p| capture_names(p, out, calls)),
        PatKind::Opt(part) => capture_names(part, out, calls),
        _ => {}
    }
}
