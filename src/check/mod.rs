//! Names, types and the lawyer's lints: from trees to checked rules.
//!
//! What leaves this room is complete: every name resolved, every type checked, every rule with law, validity, reason and
//! examples. All problems of a pack are found in one go; the room never stops at the first.

mod build;
mod codes;
mod conflicts;
mod expr;
mod facts;
mod law;
mod pattern;
mod rules;
mod scope;
mod types;

pub use codes::CODES;

use crate::diagnostic::{Diagnostic, Level, Message};
use crate::pack::Pack;
use crate::pack::model::{Core, Day, Explain, Symbol, SymbolKind, Texts};
use crate::syntax::tree::{
    Expected, FoldDecl, ItemKind, Layer, Pat, PatKind, Rule, Scope as CheckScope, SourceFile, Span,
};
use build::Builder;
use law::Law;
use scope::Scope;
use std::collections::BTreeMap;
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

struct Checker<'a> {
    b: Builder,
    scope: Scope,
    types: BTreeMap<Symbol, TypeInfo>,
    laws: BTreeMap<Symbol, Law>,
    /// Capture names by pattern.
    captures: BTreeMap<Symbol, Vec<String>>,
    /// Words of this pack's lexicons, by every name of the lexicon.
    lexicon_words: BTreeMap<String, Vec<(String, bool)>>,
    rule_names: BTreeMap<String, String>,
    explain: Explain,
    scenarios: Vec<CheckedScenario>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// Checks the files of one pack against the packs it uses. `None` when there is an error; the diagnostics say which.
pub fn check(files: &[SourceFile], used: &[Pack], diagnostics: &mut Vec<Diagnostic>) -> Option<Checked> {
    let before = diagnostics.len();
    let items: Vec<&ItemKind> = files.iter().flat_map(|f| &f.items).map(|i| &i.kind).collect();
    let mut checker = Checker {
        b: Builder::new(),
        scope: Scope::default(),
        types: BTreeMap::new(),
        laws: BTreeMap::new(),
        captures: BTreeMap::new(),
        lexicon_words: BTreeMap::new(),
        rule_names: BTreeMap::new(),
        explain: Explain::default(),
        scenarios: Vec::new(),
        diagnostics,
    };
    if !checker.pack_item(&items, files, used) {
        return None;
    }
    for pack in used {
        checker.import(pack);
        checker.import_laws(pack);
    }
    checker.declare_all(&items);
    let mut checked = Checked::default();
    checker.items(&items, &mut checked);
    let Checker { b, explain, scenarios, diagnostics, .. } = checker;
    if diagnostics.iter().skip(before).any(|d| d.level == Level::Error) {
        return None;
    }
    checked.core = b.core;
    checked.texts = Texts { texts: b.texts };
    checked.explain = explain;
    checked.scenarios = scenarios;
    Some(checked)
}

impl Checker<'_> {
    /// Reads the pack item; without exactly one there is nothing to check.
    fn pack_item(&mut self, items: &[&ItemKind], files: &[SourceFile], used: &[Pack]) -> bool {
        let packs: Vec<_> =
            items.iter().filter_map(|i| if let ItemKind::Pack(p) = i { Some(p) } else { None }).collect();
        let [decl] = packs.as_slice() else {
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
        self.b.core.meta.title = self.b.bilingual(decl.title.as_ref());
        self.b.core.meta.publisher = self.b.bilingual(decl.publisher.as_ref());
        if decl.version.node == 0 {
            self.report(Diagnostic::error(
                "E0222",
                decl.version.span,
                Message::new("版本号从 1 起", "versions count from 1"),
                Message::new("写 (1)", "write (1)"),
            ));
        }
        for (name, version) in &decl.uses {
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
                    self.lexicon_words.insert(l.name.key().to_owned(), words.clone());
                    self.lexicon_words.insert(l.name.name.node.clone(), words);
                }
                ItemKind::Pattern(p) => {
                    let symbol = self.declare(SymbolKind::Pattern, &p.name);
                    let mut names = Vec::new();
                    capture_names(&p.body, &mut names);
                    self.captures.insert(symbol, names);
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
                ItemKind::Pack(_) | ItemKind::Fold(_) | ItemKind::Presume(_) | ItemKind::Scenario(_) => {}
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

    fn declare_rule(&mut self, rule: &Rule) {
        let key = rule.name.key().to_owned();
        let taken = self.rule_names.get(&key) == Some(&key);
        if taken {
            self.report(Diagnostic::error(
                "E0201",
                rule.name.name.span,
                Message::new(format!("规则“{key}”重复声明"), format!("rule `{key}` is declared twice")),
                Message::new(
                    "改用另一个标识；规则标识跨版本不变",
                    "use another id; rule ids are stable across versions",
                ),
            ));
        }
        self.rule_names.insert(rule.name.name.node.clone(), key.clone());
        self.rule_names.insert(key.clone(), key);
    }

    /// Second pass: what everything means.
    fn items(&mut self, items: &[&ItemKind], checked: &mut Checked) {
        let mut rules: Vec<&Rule> = Vec::new();
        // Instruments first: citations need them.
        for item in items {
            if let ItemKind::Instrument(i) = item {
                self.instrument(i);
            }
        }
        for item in items {
            match item {
                ItemKind::Pack(_) | ItemKind::Instrument(_) => {}
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
                ItemKind::Rule(r) => {
                    checked.rule_spans.insert(r.name.key().to_owned(), r.name.name.span);
                    rules.push(r);
                    self.rule(r);
                }
                ItemKind::Scenario(s) => self.scenario(s),
            }
        }
        self.opposite_norms(&rules);
    }
}

fn flatten(categories: &[crate::syntax::tree::Category], out: &mut Vec<(String, String)>) {
    for category in categories {
        out.push((category.name.key().to_owned(), category.name.name.node.clone()));
        flatten(&category.children, out);
    }
}

fn capture_names(pat: &Pat, out: &mut Vec<String>) {
    match &pat.kind {
        PatKind::Num { capture: Some(name), .. } => out.push(name.node.clone()),
        PatKind::Seq(parts) | PatKind::Alt(parts) => parts.iter().for_each(|p| capture_names(p, out)),
        PatKind::Opt(part) => capture_names(part, out),
        _ => {}
    }
}
