//! References between patterns, between contexts and between definitions: never in a circle, never too long a chain.

use super::Checker;
use super::scope::kind_name;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{ContextLine, Core, MAX_DEPTH, MAX_UNFOLDED_DEPTH, Node, PatNode, Symbol, SymbolKind};
use crate::syntax::tree::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What each item refers to.
type Edges = BTreeMap<Symbol, BTreeSet<Symbol>>;

fn symbol(core: &Core, i: u32) -> Option<Symbol> {
    core.symbols.get(i as usize).cloned()
}

fn edges(core: &Core, out: &mut Edges) {
    let own = |kind, key: &str| Symbol { pack: core.meta.id.clone(), kind, key: key.to_owned() };
    for pattern in &core.patterns {
        let refs =
            pattern.nodes.iter().filter_map(|n| if let PatNode::Pattern(r) = n { symbol(core, *r) } else { None });
        out.entry(own(SymbolKind::Pattern, &pattern.key)).or_default().extend(refs);
    }
    for context in &core.contexts {
        let refs =
            context.lines.iter().filter_map(|l| if let ContextLine::Include(r) = l { symbol(core, *r) } else { None });
        out.entry(own(SymbolKind::Context, &context.key)).or_default().extend(refs);
    }
    for define in &core.defines {
        out.entry(own(SymbolKind::Define, &define.key)).or_default().extend(definitions(core, define.body));
    }
    for presumption in &core.presumptions {
        if let (Some(define), Some(unless)) = (symbol(core, presumption.define), presumption.unless) {
            out.entry(define).or_default().extend(definitions(core, unless));
        }
    }
}

/// The definitions that an expression uses.
fn definitions(core: &Core, root: u32) -> BTreeSet<Symbol> {
    let mut out = BTreeSet::new();
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        let Some(node) = core.exprs.get(id as usize) else { continue };
        if let Node::Define(d) = node {
            out.extend(symbol(core, *d));
        }
        waiting.extend(node.operands());
    }
    out
}

impl Checker<'_> {
    /// Reports circles, and chains of references longer than a pack may hold.
    pub(super) fn circles(&mut self) {
        let mut all = Edges::new();
        for pack in self.used {
            edges(&pack.core, &mut all);
        }
        edges(&self.b.core, &mut all);
        let own: Vec<Symbol> = all.keys().filter(|s| s.pack == self.b.core.meta.id).cloned().collect();
        let mut reported: BTreeSet<Symbol> = BTreeSet::new();
        for start in &own {
            if reported.contains(start) {
                continue;
            }
            if let Some(circle) = circle(&all, start) {
                reported.extend(circle.iter().cloned());
                self.report_circle(&circle);
            }
        }
        if !reported.is_empty() {
            return;
        }
        let lengths = lengths(&all);
        for start in &own {
            // The first item that is too far up says it; those above it would only repeat it.
            if lengths.get(start) == Some(&MAX_DEPTH.saturating_add(1)) {
                let (zh, en) = kind_name(start.kind);
                self.too_deep(
                    self.scope.span(start).unwrap_or_default(),
                    format!("{zh}“{}”的引用一层套一层，超过 {MAX_DEPTH} 层", start.key),
                    format!("the references of {en} `{}` form a chain of more than {MAX_DEPTH}", start.key),
                );
            }
        }
        self.unfolded();
    }

    /// Definitions written out may not nest deeper than evaluation allows.
    fn unfolded(&mut self) {
        let mut defines: BTreeMap<Symbol, usize> = BTreeMap::new();
        let cores: Vec<&Core> = self.used.iter().map(|p| &p.core).chain([&self.b.core]).collect();
        for _ in 0..=MAX_DEPTH.saturating_add(1) {
            let before = defines.clone();
            for core in &cores {
                let mut depths: Vec<usize> = Vec::with_capacity(core.exprs.len());
                for node in &core.exprs {
                    let below = match node {
                        Node::Define(d) => symbol(core, *d).and_then(|s| defines.get(&s)).copied(),
                        _ => node.operands().into_iter().filter_map(|o| depths.get(o as usize)).max().copied(),
                    };
                    depths.push(below.map_or(0, |d| d.saturating_add(1)));
                }
                for define in &core.defines {
                    let key = define.key.clone();
                    let symbol = Symbol { pack: core.meta.id.clone(), kind: SymbolKind::Define, key };
                    defines.insert(symbol, depths.get(define.body as usize).copied().unwrap_or(0));
                }
            }
            if defines == before {
                break;
            }
        }
        // A rule may add as much as one expression of its own.
        let limit = MAX_UNFOLDED_DEPTH.saturating_sub(MAX_DEPTH).saturating_sub(1);
        let deep = |d: &Symbol| d.pack == self.b.core.meta.id && defines.get(d).is_some_and(|n| *n > limit);
        let Some(first) = defines.keys().find(|d| deep(d)).cloned() else { return };
        self.too_deep(
            self.scope.span(&first).unwrap_or_default(),
            format!("定义“{}”连同它所用的定义一起展开，嵌套超过 {limit} 层", first.key),
            format!(
                "definition `{}`, with the definitions it uses written out, nests more than {limit} levels deep",
                first.key
            ),
        );
    }

    /// E0225.
    pub(super) fn too_deep(&mut self, span: Span, zh: impl Into<String>, en: impl Into<String>) {
        self.report(Diagnostic::error(
            "E0225",
            span,
            Message::new(zh, en),
            Message::new(
                "把里层写成单独的“定义”或“句式”再引用；已经拆开的，减少层数",
                "name the inner part with `define` or `pattern` and refer to it; where that is done already, use fewer levels",
            ),
        ));
    }

    fn report_circle(&mut self, circle: &[Symbol]) {
        let Some(first) = circle.first() else { return };
        let round = || circle.iter().chain([first]);
        let path = round().map(|s| s.key.as_str()).collect::<Vec<_>>().join(" → ");
        let path_zh = round().map(|s| self.scope.called(s)).collect::<Vec<_>>().join(" → ");
        let (zh, en) = kind_name(first.kind);
        let mut diagnostic = Diagnostic::error(
            "E0224",
            self.scope.span(first).unwrap_or_default(),
            Message::new(
                format!("{zh}循环引用，永远说不清是什么意思：{path_zh}"),
                format!("{en} refers to itself and so means nothing: {path}"),
            ),
            Message::new(
                "断开其中一处引用（推定的“除非”也算）：把共同的部分单独声明，由两边引用",
                "break the circle (the `unless` of a presumption counts too): declare what they share by itself and refer to that",
            ),
        );
        for other in circle.iter().skip(1) {
            let span = self.scope.span(other).unwrap_or_default();
            diagnostic = diagnostic.label(span, Message::new("循环经过这里", "the circle passes here"));
        }
        self.report(diagnostic);
    }
}

/// A shortest circle through an item.
fn circle(edges: &Edges, start: &Symbol) -> Option<Vec<Symbol>> {
    let mut came: BTreeMap<&Symbol, &Symbol> = BTreeMap::new();
    let mut row: Vec<&Symbol> = vec![start];
    while !row.is_empty() {
        let mut next = Vec::new();
        for at in row {
            for to in edges.get(at).into_iter().flatten() {
                if to == start {
                    let mut out = vec![at.clone()];
                    let mut back = at;
                    while let Some(before) = came.get(back) {
                        out.push((*before).clone());
                        back = before;
                    }
                    out.reverse();
                    return Some(out);
                }
                if to.pack == start.pack && !came.contains_key(to) {
                    came.insert(to, at);
                    next.push(to);
                }
            }
        }
        row = next;
    }
    None
}

/// The longest chain of references below each item, counted up to one more than is allowed.
fn lengths(edges: &Edges) -> BTreeMap<Symbol, usize> {
    let mut out: BTreeMap<Symbol, usize> = edges.keys().map(|s| (s.clone(), 0)).collect();
    for _ in 0..=MAX_DEPTH.saturating_add(1) {
        let before = out.clone();
        for (item, targets) in edges {
            let below = targets.iter().filter_map(|t| before.get(t)).max().map_or(0, |d| d.saturating_add(1));
            out.insert(item.clone(), below);
        }
        if out == before {
            break;
        }
    }
    out
}
