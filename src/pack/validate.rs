//! Checks that every index of a decoded pack is in range and every nesting bounded.

use super::model::{
    BaseType, Cite, Const, Core, DocId, ExprId, Fix, LineRef, MAX_DEPTH, MAX_VARS, NameId, Node, PatNode, Path,
    Pattern, Ref, Root, Symbol, SymbolKind, TextId, TypeKind,
};
use super::{Pack, PackError};
use crate::diagnostic::Message;
use std::collections::BTreeSet;

struct Bounds<'a> {
    core: &'a Core,
    docs: &'a [Message],
}

/// Most digits after a number's point.
const MAX_SCALE: u8 = 18;

type Check = Result<(), PackError>;

fn ensure(ok: bool, what: &'static str) -> Check {
    if ok { Ok(()) } else { Err(PackError::Invalid(what)) }
}

pub(super) fn pack(pack: &Pack) -> Check {
    let bounds = Bounds { core: &pack.core, docs: &pack.explain.docs };
    bounds.text(pack.core.meta.title)?;
    bounds.text(pack.core.meta.publisher)?;
    bounds.instruments()?;
    bounds.types()?;
    for pattern in &pack.core.patterns {
        bounds.pattern(pattern)?;
    }
    for context in &pack.core.contexts {
        for line in &context.lines {
            match line.reference() {
                Some(LineRef::Pattern(pattern)) => bounds.symbol(pattern, SymbolKind::Pattern)?,
                Some(LineRef::Context(context)) => bounds.symbol(context, SymbolKind::Context)?,
                None => {}
            }
        }
    }
    bounds.exprs()?;
    for define in &pack.core.defines {
        bounds.expr(define.body)?;
    }
    for presumption in &pack.core.presumptions {
        bounds.symbol(presumption.define, SymbolKind::Define)?;
        bounds.text(presumption.message)?;
        presumption.unless.map_or(Ok(()), |e| bounds.expr(e))?;
    }
    bounds.rules()?;
    for year in &pack.core.calendar {
        bounds.text(year.source)?;
        for days in [&year.rest, &year.work] {
            ensure(days.windows(2).all(|w| matches!(w, [a, b] if a < b)), "calendar")?;
        }
    }
    for raise in &pack.core.raises {
        bounds.text(raise.message)?;
    }
    for extension in &pack.core.extensions {
        bounds.symbol(extension.pattern, SymbolKind::Pattern)?;
        bounds.symbol(extension.with, SymbolKind::Pattern)?;
        bounds.text(extension.message)?;
    }
    for table in &pack.folds {
        ensure(table.entries.windows(2).all(|w| matches!(w, [a, b] if a.0 < b.0)), "fold table")?;
        ensure(table.spellings.windows(2).all(|w| matches!(w, [a, b] if a < b)), "fold table")?;
    }
    bounds.explain(pack)
}

impl Bounds<'_> {
    fn text(&self, id: TextId) -> Check {
        ensure(id < self.core.texts || id == 0, "text")
    }

    /// Of what only `explain` and the like read.
    fn doc(&self, id: DocId) -> Check {
        ensure((id as usize) < self.docs.len() || id == 0, "text")
    }

    fn name(&self, id: NameId) -> Check {
        ensure((id as usize) < self.core.names.len(), "name")
    }

    fn expr(&self, id: ExprId) -> Check {
        ensure((id as usize) < self.core.exprs.len(), "expression")
    }

    fn symbol(&self, id: Ref, kind: SymbolKind) -> Check {
        ensure(matches!(self.core.symbols.get(id as usize), Some(Symbol { kind: k, .. }) if *k == kind), "symbol")
    }

    fn cite(&self, cite: &Cite) -> Check {
        self.symbol(cite.law, SymbolKind::Instrument)
    }

    fn instruments(&self) -> Check {
        for i in &self.core.instruments {
            ensure(!i.versions.is_empty() && i.versions.is_sorted(), "versions")?;
        }
        Ok(())
    }

    fn types(&self) -> Check {
        for ty in &self.core.types {
            match &ty.kind {
                TypeKind::Enum(members) | TypeKind::Taxonomy(members) => {
                    for (i, member) in members.iter().enumerate() {
                        self.name(member.key)?;
                        ensure(member.parent.is_none_or(|p| (p as usize) < i), "category")?;
                    }
                }
                TypeKind::Record { fields, .. } => {
                    for field in fields {
                        self.name(field.key)?;
                        ensure(field.ty.lists <= 1, "list of lists")?;
                        if let BaseType::Named(ty) = field.ty.base {
                            self.symbol(ty, SymbolKind::Type)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn pattern(&self, pattern: &Pattern) -> Check {
        for cite in &pattern.prescribed {
            self.cite(cite)?;
        }
        ensure(!pattern.nodes.is_empty(), "pattern")?;
        let mut depths: Vec<usize> = Vec::with_capacity(pattern.nodes.len());
        let words = self.core.words.len();
        let word = |w: &u32| ensure((*w as usize) < words, "word");
        for node in &pattern.nodes {
            let mut depth = 0usize;
            let mut operand = |i: u32| match depths.get(i as usize) {
                Some(d) => {
                    depth = depth.max(d.saturating_add(1));
                    Ok(())
                }
                None => Err(PackError::Invalid("pattern part")),
            };
            match node {
                PatNode::Word(w) => word(w)?,
                PatNode::Words(ws) => {
                    ensure(ws.windows(2).all(|w| matches!(w, [a, b] if a < b)), "words")?;
                    ws.iter().try_for_each(word)?;
                }
                PatNode::Pattern(p) => self.symbol(*p, SymbolKind::Pattern)?,
                PatNode::Seq(parts) | PatNode::Alt(parts) => parts.iter().try_for_each(|p| operand(*p))?,
                PatNode::Opt(part) => operand(*part)?,
                PatNode::Gap { min, max, .. } => ensure(max.is_none_or(|m| *min <= m), "gap")?,
                PatNode::Num { capture, units, cmp } => {
                    ensure(cmp.is_none_or(|(_, number)| number.scale <= MAX_SCALE), "number")?;
                    units.iter().try_for_each(word)?;
                    capture.map_or(Ok(()), |c| self.name(c))?;
                }
                PatNode::Class { min, max, .. } => ensure(min <= max, "class")?,
                PatNode::ClauseStart | PatNode::ClauseEnd => {}
                PatNode::NotBefore(ws) | PatNode::NotAfter(ws) => ws.iter().try_for_each(word)?,
            }
            ensure(depth <= MAX_DEPTH, "pattern depth")?;
            depths.push(depth);
        }
        Ok(())
    }

    fn path(&self, path: &Path) -> Check {
        path.steps.iter().try_for_each(|s| self.name(*s))?;
        ensure(!matches!(path.root, Root::Var(v) if v >= MAX_VARS), "variable")
    }

    fn constant(&self, value: &Const) -> Check {
        match value {
            Const::Member { ty, key } => {
                self.symbol(*ty, SymbolKind::Type)?;
                self.name(*key)
            }
            Const::Number(number) => ensure(number.scale <= MAX_SCALE, "number"),
            Const::Bool(_) | Const::Date(_) | Const::Duration { .. } | Const::WorkingDays(_) | Const::Text(_) => Ok(()),
        }
    }

    fn exprs(&self) -> Check {
        let mut depths: Vec<usize> = Vec::with_capacity(self.core.exprs.len());
        for node in &self.core.exprs {
            let mut depth = 0usize;
            let mut operand = |i: ExprId| match depths.get(i as usize) {
                Some(d) => {
                    depth = depth.max(d.saturating_add(1));
                    Ok(())
                }
                None => Err(PackError::Invalid("operand")),
            };
            match node {
                Node::Const(value) => self.constant(value)?,
                Node::Path(path) | Node::Has(path) | Node::Aggregate(_, path) => self.path(path)?,
                Node::Not(a) => operand(*a)?,
                Node::And(all) | Node::Or(all) => all.iter().try_for_each(|a| operand(*a))?,
                Node::Cmp(_, a, b) | Node::Arith(_, a, b) => {
                    operand(*a)?;
                    operand(*b)?;
                }
                Node::In(path, members) => {
                    self.path(path)?;
                    members.iter().try_for_each(|m| self.constant(m))?;
                }
                Node::Every { var, list, body } | Node::Some { var, list, body } => {
                    ensure(*var < MAX_VARS, "variable")?;
                    self.path(list)?;
                    operand(*body)?;
                }
                Node::Says { patterns, places, filter } => {
                    patterns.iter().try_for_each(|p| self.symbol(*p, SymbolKind::Pattern))?;
                    places.iter().try_for_each(|p| self.path(p))?;
                    filter.map_or(Ok(()), &mut operand)?;
                }
                Node::States { patterns, places } => {
                    patterns.iter().try_for_each(|p| self.symbol(*p, SymbolKind::Pattern))?;
                    places.iter().try_for_each(|p| self.path(p))?;
                }
                Node::Near(context) => self.symbol(*context, SymbolKind::Context)?,
                Node::Holds(_) | Node::Given(_) => {}
                Node::Capture(name) => self.name(*name)?,
                Node::Define(define) => self.symbol(*define, SymbolKind::Define)?,
            }
            ensure(depth <= MAX_DEPTH, "expression depth")?;
            depths.push(depth);
        }
        Ok(())
    }

    fn rules(&self) -> Check {
        let mut keys = BTreeSet::new();
        for rule in &self.core.rules {
            ensure(keys.insert(&rule.key), "rule")?;
            ensure(!rule.cites.is_empty(), "citation")?;
            rule.cites.iter().try_for_each(|c| self.cite(c))?;
            rule.applies.iter().try_for_each(|t| self.symbol(*t, SymbolKind::Type))?;
            rule.when.map_or(Ok(()), |e| self.expr(e))?;
            self.expr(rule.body)?;
            rule.outside.iter().try_for_each(|c| self.symbol(*c, SymbolKind::Context))?;
            self.text(rule.message)?;
            for exception in &rule.exceptions {
                exception.cites.iter().try_for_each(|c| self.cite(c))?;
                self.expr(exception.raised)?;
                self.text(exception.proof)?;
                exception.proved.map_or(Ok(()), |e| self.expr(e))?;
            }
            for fix in &rule.fixes {
                if let Fix::Advise(text) = fix {
                    self.text(*text)?;
                }
            }
            for penalty in &rule.penalties {
                self.cite(&penalty.cite)?;
                self.text(penalty.text)?;
            }
        }
        Ok(())
    }

    fn explain(&self, pack: &Pack) -> Check {
        for article in &pack.explain.articles {
            self.cite(&article.part)?;
            self.doc(article.text)?;
            ensure((article.instrument as usize) < self.core.instruments.len(), "article")?;
        }
        for info in &pack.explain.instruments {
            self.doc(info.issuer)?;
            self.doc(info.number)?;
        }
        for example in &pack.explain.examples {
            ensure((example.rule as usize) < self.core.rules.len(), "example")?;
        }
        Ok(())
    }
}
