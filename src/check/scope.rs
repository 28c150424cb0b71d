//! What names mean: the pack's own items and those of the packs it uses.

use super::types::{Ty, TypeInfo, TypeShape};
use super::{Called, Checker};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::Pack;
use crate::pack::model::{BaseType, PatNode, Symbol, SymbolKind, TypeKind};
use crate::syntax::tree::{DeclName, Name, Span};
use std::collections::BTreeMap;

/// Items by kind and by every name they can be called.
#[derive(Default)]
pub(super) struct Scope {
    items: BTreeMap<(SymbolKind, String), Vec<Symbol>>,
    spans: BTreeMap<Symbol, Span>,
    names: BTreeMap<Symbol, String>,
}

/// What an item kind is called in messages.
pub(super) fn kind_name(kind: SymbolKind) -> (&'static str, &'static str) {
    match kind {
        SymbolKind::Instrument => ("法", "instrument"),
        SymbolKind::Type => ("类型", "type"),
        SymbolKind::Pattern => ("词库、句式或法定用语", "lexicon, pattern or prescribed wording"),
        SymbolKind::Context => ("语境", "context"),
        SymbolKind::Define => ("定义", "definition"),
    }
}

impl Scope {
    pub fn add(&mut self, symbol: &Symbol, names: &[&str], span: Option<Span>) {
        for name in names {
            let all = self.items.entry((symbol.kind, (*name).to_owned())).or_default();
            if !all.contains(symbol) {
                all.push(symbol.clone());
            }
        }
        if let Some(name) = names.last() {
            self.names.insert(symbol.clone(), (*name).to_owned());
        }
        if let Some(span) = span {
            self.spans.insert(symbol.clone(), span);
        }
    }

    /// The name that an item is declared by.
    pub fn called(&self, symbol: &Symbol) -> String {
        self.names.get(symbol).unwrap_or(&symbol.key).clone()
    }

    /// Where the patterns and contexts of a pack are declared, by key.
    pub fn pattern_spans(&self, pack: &str) -> BTreeMap<String, Span> {
        let read = |s: &Symbol| s.pack == pack && matches!(s.kind, SymbolKind::Pattern | SymbolKind::Context);
        self.spans.iter().filter(|(s, _)| read(s)).map(|(s, span)| (s.key.clone(), *span)).collect()
    }

    pub fn span(&self, symbol: &Symbol) -> Option<Span> {
        self.spans.get(symbol).copied()
    }

    /// All items a name can mean; `pack/name` narrows to one pack.
    pub fn find(&self, kind: SymbolKind, name: &str) -> Vec<Symbol> {
        let (pack, name) = name.rsplit_once('/').map_or((None, name), |(p, n)| (Some(p), n));
        let all = self.items.get(&(kind, name.to_owned()));
        all.into_iter().flatten().filter(|s| pack.is_none_or(|p| s.pack == p)).cloned().collect()
    }

    /// The name closest to a misspelt one.
    pub fn suggestion(&self, kind: SymbolKind, name: &str) -> Option<&str> {
        nearest(name, self.items.keys().filter(|(k, _)| *k == kind).map(|(_, n)| n.as_str()))
    }
}

impl Checker<'_> {
    /// Enters everything that a used pack declares.
    pub(super) fn import(&mut self, pack: &Pack) {
        let id = &pack.core.meta.id;
        let symbol = |kind, key: &str| Symbol { pack: id.clone(), kind, key: key.to_owned() };
        for item in &pack.core.rules {
            for called in [&item.key, &item.name] {
                self.used_rules.insert(called.clone(), format!("{id}/{}", item.key));
            }
        }
        for item in &pack.core.instruments {
            self.scope.add(&symbol(SymbolKind::Instrument, &item.slug), &[&item.slug, &item.title], None);
        }
        for item in &pack.core.patterns {
            if !item.key.contains('#') {
                self.scope.add(&symbol(SymbolKind::Pattern, &item.key), &[&item.key, &item.name], None);
                self.captures.insert(symbol(SymbolKind::Pattern, &item.key), captures(pack, item));
            }
        }
        for item in &pack.core.contexts {
            self.scope.add(&symbol(SymbolKind::Context, &item.key), &[&item.key, &item.name], None);
        }
        for item in &pack.core.defines {
            self.scope.add(&symbol(SymbolKind::Define, &item.key), &[&item.key, &item.name], None);
        }
        for item in &pack.core.types {
            self.scope.add(&symbol(SymbolKind::Type, &item.key), &[&item.key, &item.name], None);
        }
    }

    /// Enters the shapes of a pack's types; those of packs that a used pack uses in turn are needed to follow its fields.
    pub(super) fn import_types(&mut self, pack: &Pack) {
        let id = &pack.core.meta.id;
        let symbol = |kind, key: &str| Symbol { pack: id.clone(), kind, key: key.to_owned() };
        for item in &pack.core.types {
            let name = |n: u32| pack.core.names.get(n as usize).cloned().unwrap_or_default();
            let shape = match &item.kind {
                TypeKind::Enum(members) => {
                    TypeShape::Enum(members.iter().map(|m| (name(m.key), m.name.clone())).collect())
                }
                TypeKind::Taxonomy(members) => {
                    TypeShape::Taxonomy(members.iter().map(|m| (name(m.key), m.name.clone())).collect())
                }
                TypeKind::Record { subject, fields } => TypeShape::Record {
                    subject: *subject,
                    fields: fields
                        .iter()
                        .map(|f| (name(f.key), f.name.clone(), imported(pack, f.ty.base, f.ty.lists)))
                        .collect(),
                },
            };
            let symbol = symbol(SymbolKind::Type, &item.key);
            self.types.insert(symbol, TypeInfo { name: item.name.clone(), shape });
        }
    }

    /// Enters an item of this pack; a second one of the same name is an error.
    pub(super) fn declare(&mut self, kind: SymbolKind, name: &DeclName) -> Symbol {
        let symbol = Symbol { pack: self.b.core.meta.id.clone(), kind, key: name.key().to_owned() };
        for called in [name.key(), name.name.node.as_str()] {
            let own = self.scope.find(kind, called).into_iter().find(|s| s.pack == symbol.pack);
            if let Some(first) = own.and_then(|s| self.scope.span(&s)) {
                let (zh, en) = kind_name(kind);
                self.report(
                    Diagnostic::error(
                        "E0201",
                        name.name.span,
                        Message::new(format!("{zh}“{called}”重复声明"), format!("{en} `{called}` is declared twice")),
                        Message::new("改用另一个名称，或合并两处声明", "rename one of them, or merge them"),
                    )
                    .label(first, Message::new("先在这里声明", "first declared here")),
                );
                break;
            }
        }
        self.scope.add(&symbol, &[name.key(), &name.name.node], Some(name.name.span));
        symbol
    }

    /// Items that appear in reports need an ASCII id.
    pub(super) fn need_id(&mut self, name: &DeclName) {
        let key = name.key();
        if !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') {
            return;
        }
        self.report(Diagnostic::error(
            "E0202",
            name.name.span,
            Message::new(
                format!("“{}”会出现在报告中，需要 ASCII 标识", name.name.node),
                format!("`{}` appears in reports and needs an ASCII id", name.name.node),
            ),
            Message::new(
                format!("在名称后用括号写上标识，例如 {} (some-id)", name.name.node),
                format!("write the id in parentheses after the name: {} (some-id)", name.name.node),
            ),
        ));
    }

    /// What a name means, if it means one thing: the pack's own items come before those of others.
    pub(super) fn lookup(&self, kind: SymbolKind, name: &str) -> Option<Symbol> {
        let found = self.scope.find(kind, name);
        let own = found.iter().find(|s| s.pack == self.b.core.meta.id);
        own.or(if found.len() == 1 { found.first() } else { None }).cloned()
    }

    /// Resolves a name, or reports why not.
    pub(super) fn resolve(&mut self, kind: SymbolKind, name: &Name) -> Option<Symbol> {
        if let Some(symbol) = self.lookup(kind, &name.node) {
            return Some(symbol);
        }
        let found = self.scope.find(kind, &name.node);
        let (zh, en) = kind_name(kind);
        if found.is_empty() {
            if self.incomplete {
                // What is missing may stand in a part that could not be read, which has its own diagnostic.
                return None;
            }
            let foreign = name.node.rsplit_once('/').map(|(pack, _)| pack).filter(|p| !self.packs.contains(*p));
            let help = match self.scope.suggestion(kind, &name.node) {
                _ if foreign.is_some() => {
                    let pack = foreign.unwrap_or_default();
                    Message::new(
                        format!("这个包没有引用 {pack}；在“包”声明里加“引用 {pack} 版本”，或改正包名"),
                        format!(
                            "this pack does not use {pack}: add `uses {pack} VERSION` to the pack item, or correct the pack's name"
                        ),
                    )
                }
                Some(s) => Message::new(format!("是否想写“{s}”？"), format!("did you mean `{s}`?")),
                None => Message::new(
                    "检查拼写；若在别的包中声明，用“引用”引入该包",
                    "check the spelling; if another pack declares it, add a `uses` line",
                ),
            };
            self.report(Diagnostic::error(
                "E0203",
                name.span,
                Message::new(
                    format!("没有名为“{}”的{zh}", name.node),
                    format!("there is no {en} named `{}`", name.node),
                ),
                help,
            ));
        } else {
            let packs: Vec<&str> = found.iter().map(|s| s.pack.as_str()).collect();
            self.report(Diagnostic::error(
                "E0204",
                name.span,
                Message::new(
                    format!("“{}”在多个包中都有声明：{}", name.node, packs.join("、")),
                    format!("`{}` is declared by several packs: {}", name.node, packs.join(", ")),
                ),
                Message::new(
                    format!("写明包名，例如 {}/{}", packs.first().unwrap_or(&""), name.node),
                    format!("name the pack: {}/{}", packs.first().unwrap_or(&""), name.node),
                ),
            ));
        }
        None
    }
}

fn imported(pack: &Pack, base: BaseType, lists: u8) -> Ty {
    let inner = match base {
        BaseType::Bool => Ty::Bool,
        BaseType::Int => Ty::Int,
        BaseType::Decimal => Ty::Decimal,
        BaseType::Money => Ty::Money,
        BaseType::Date => Ty::Date,
        BaseType::DateTime => Ty::DateTime,
        BaseType::Duration => Ty::Duration,
        BaseType::Percent => Ty::Percent,
        BaseType::Text => Ty::Text,
        BaseType::Copy => Ty::Copy,
        BaseType::Named(ty) => Ty::Named(pack.core.symbols.get(ty as usize).cloned().unwrap_or(Symbol {
            pack: String::new(),
            kind: SymbolKind::Type,
            key: String::new(),
        })),
    };
    if lists > 0 { Ty::List(Box::new(inner)) } else { inner }
}

fn captures(pack: &Pack, pattern: &crate::pack::model::Pattern) -> (Vec<String>, Vec<Called>) {
    let (mut names, mut calls) = (Vec::new(), Vec::new());
    for node in &pattern.nodes {
        match node {
            PatNode::Num { capture: Some(c), .. } => names.extend(pack.core.names.get(*c as usize).cloned()),
            PatNode::Pattern(p) => calls.extend(pack.core.symbols.get(*p as usize).cloned().map(Called::Symbol)),
            _ => {}
        }
    }
    (names, calls)
}
