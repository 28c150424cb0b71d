//! Links packs into one: names become indices, words are shared, and whatever is missing or circular is refused.

use super::linked::{Linked, LinkedExtension, LinkedPack, LinkedRaise, LinkedRule};
use super::model::{
    BaseType, Cite, Const, ContextLine, Core, Fix, FoldTable, MAX_DEPTH, MAX_UNFOLDED_DEPTH, Node, PatNode, Path, Ref,
    Symbol, SymbolKind, TypeKind,
};
use super::{Pack, PackError};
use crate::diagnostic::Message;
use crate::fnv::Fnv;
use crate::index::Index;
use crate::order;
use std::collections::BTreeMap;

/// Links packs given in any order.
///
/// # Errors
/// [`PackError::Conflict`] for two packs with one id or a cycle; [`PackError::Missing`] for a used pack that is not there;
/// [`PackError::Unresolved`] for a name that no pack declares; [`PackError::Invalid`] where patterns, contexts or definitions
/// refer to each other in a circle or too deep.
pub fn link(packs: Vec<Pack>) -> Result<Linked, PackError> {
    let order = order(packs)?;
    let mut linker =
        Linker { linked: Linked { docs: vec![Message::default()], ..Linked::default() }, ..Linker::default() };
    for pack in &order {
        linker.declare(&pack.core)?;
    }
    for pack in order {
        linker.add(pack)?;
    }
    for (id, raise) in std::mem::take(&mut linker.raises) {
        if let Some(rule) = linker.linked.rules.iter_mut().find(|r| r.id == id) {
            rule.raises.push(raise);
        }
    }
    super::added::extend(&mut linker.linked)?;
    acyclic(&linker.linked)?;
    Ok(linker.linked)
}

/// Dependencies first, ties by id, so that the order of the arguments does not matter.
fn order(packs: Vec<Pack>) -> Result<Vec<Pack>, PackError> {
    let mut waiting: BTreeMap<String, Pack> = BTreeMap::new();
    for pack in packs {
        if let Some(other) = waiting.insert(pack.core.meta.id.clone(), pack) {
            return Err(PackError::Conflict(other.core.meta.id));
        }
    }
    let mut out: Vec<Pack> = Vec::new();
    while !waiting.is_empty() {
        let placed = |id: &str| out.iter().find(|pack| pack.core.meta.id == id);
        let mut ready = None;
        for (id, pack) in &waiting {
            for (needs, version) in &pack.core.meta.uses {
                let known = waiting.get(needs).or_else(|| placed(needs));
                if known.is_none_or(|p| p.core.meta.version < *version) {
                    let (pack, needs) = (id.clone(), needs.clone());
                    return Err(PackError::Missing { pack, needs, version: *version });
                }
            }
            if pack.core.meta.uses.iter().all(|(needs, _)| placed(needs).is_some()) {
                ready.get_or_insert_with(|| id.clone());
            }
        }
        match ready.and_then(|id| waiting.remove(&id)) {
            Some(pack) => out.push(pack),
            None => return Err(PackError::Conflict("packs use each other in a circle".to_owned())),
        }
    }
    Ok(out)
}

#[derive(Default)]
struct Linker {
    linked: Linked,
    symbols: BTreeMap<Symbol, u32>,
    names: Index,
    words: Index,
    counts: [u32; 5],
    /// Raised severities, by the rule's id.
    raises: Vec<(String, LinkedRaise)>,
}

/// Index maps of the pack that is being added.
struct Maps {
    symbols: Vec<u32>,
    names: Vec<u32>,
    words: Vec<u32>,
    exprs: u32,
    texts: u32,
    docs: u32,
}

fn at(map: &[u32], i: u32) -> Result<u32, PackError> {
    map.get(i as usize).copied().ok_or(PackError::Invalid("link"))
}

impl Maps {
    fn symbol(&self, i: &mut Ref) -> Result<(), PackError> {
        *i = at(&self.symbols, *i)?;
        Ok(())
    }

    fn name(&self, i: &mut u32) -> Result<(), PackError> {
        *i = at(&self.names, *i)?;
        Ok(())
    }

    fn expr(&self, i: &mut u32) {
        *i = i.saturating_add(self.exprs);
    }

    fn text(&self, i: &mut u32) {
        if *i != 0 {
            *i = i.saturating_add(self.texts);
        }
    }

    fn doc(&self, i: &mut u32) {
        if *i != 0 {
            *i = i.saturating_add(self.docs);
        }
    }

    fn cite(&self, cite: &mut Cite) -> Result<(), PackError> {
        self.symbol(&mut cite.law)
    }

    fn path(&self, path: &mut Path) -> Result<(), PackError> {
        path.steps.iter_mut().try_for_each(|s| self.name(s))
    }

    fn constant(&self, value: &mut Const) -> Result<(), PackError> {
        if let Const::Member { ty, key } = value {
            self.symbol(ty)?;
            self.name(key)?;
        }
        Ok(())
    }

    fn node(&self, node: &mut Node) -> Result<(), PackError> {
        match node {
            Node::Const(value) => self.constant(value)?,
            Node::Path(path) | Node::Has(path) | Node::Aggregate(_, path) => self.path(path)?,
            Node::Not(a) => self.expr(a),
            Node::And(all) | Node::Or(all) => all.iter_mut().for_each(|a| self.expr(a)),
            Node::Cmp(_, a, b) | Node::Arith(_, a, b) => {
                self.expr(a);
                self.expr(b);
            }
            Node::In(path, members) => {
                self.path(path)?;
                members.iter_mut().try_for_each(|m| self.constant(m))?;
            }
            Node::Every { list, body, .. } | Node::Some { list, body, .. } => {
                self.path(list)?;
                self.expr(body);
            }
            Node::Says { patterns, places, filter } => {
                patterns.iter_mut().try_for_each(|p| self.symbol(p))?;
                places.iter_mut().try_for_each(|p| self.path(p))?;
                if let Some(filter) = filter {
                    self.expr(filter);
                }
            }
            Node::States { patterns, places } => {
                patterns.iter_mut().try_for_each(|p| self.symbol(p))?;
                places.iter_mut().try_for_each(|p| self.path(p))?;
            }
            Node::Near(context) => self.symbol(context)?,
            Node::Holds(_) | Node::Given(_) => {}
            Node::Capture(name) => self.name(name)?,
            Node::Define(define) => self.symbol(define)?,
        }
        Ok(())
    }
}

impl Linker {
    fn declare(&mut self, core: &Core) -> Result<(), PackError> {
        let pack = &core.meta.id;
        let mut add = |kind: SymbolKind, key: &str| {
            let slot = match kind {
                SymbolKind::Instrument => 0,
                SymbolKind::Type => 1,
                SymbolKind::Pattern => 2,
                SymbolKind::Context => 3,
                SymbolKind::Define => 4,
            };
            let Some(count) = self.counts.get_mut(slot) else { return Ok(()) };
            let symbol = Symbol { pack: pack.clone(), kind, key: key.to_owned() };
            if self.symbols.insert(symbol, *count).is_some() {
                return Err(PackError::Conflict(format!("{pack}/{key}")));
            }
            *count = count.saturating_add(1);
            Ok(())
        };
        core.instruments.iter().try_for_each(|i| add(SymbolKind::Instrument, &i.slug))?;
        core.types.iter().try_for_each(|t| add(SymbolKind::Type, &t.key))?;
        core.patterns.iter().try_for_each(|p| add(SymbolKind::Pattern, &p.key))?;
        core.contexts.iter().try_for_each(|c| add(SymbolKind::Context, &c.key))?;
        core.defines.iter().try_for_each(|d| add(SymbolKind::Define, &d.key))
    }

    fn maps(&mut self, core: &mut Core) -> Result<Maps, PackError> {
        let symbols = core
            .symbols
            .iter()
            .map(|s| {
                self.symbols.get(s).copied().ok_or_else(|| PackError::Unresolved {
                    pack: core.meta.id.clone(),
                    name: format!("{}/{}", s.pack, s.key),
                })
            })
            .collect::<Result<_, _>>()?;
        let names = std::mem::take(&mut core.names).into_iter();
        let names = names.map(|n| intern(&mut self.names, &mut self.linked.names, n, String::as_bytes)).collect();
        let words = std::mem::take(&mut core.words).into_iter();
        let words = words.map(|w| intern(&mut self.words, &mut self.linked.words, w, |w| w.text.as_bytes())).collect();
        let len = |n: usize| u32::try_from(n).map_err(|_| PackError::TooLarge);
        // Text 0 of every pack is the empty text and is shared.
        Ok(Maps {
            symbols,
            names,
            words,
            exprs: len(self.linked.exprs.len())?,
            texts: self.linked.texts.next(),
            docs: len(self.linked.docs.len().saturating_sub(1))?,
        })
    }

    fn add(&mut self, pack: Pack) -> Result<(), PackError> {
        let Pack { mut core, folds, texts, explain, digest } = pack;
        let maps = self.maps(&mut core)?;
        let index = u32::try_from(self.linked.packs.len()).map_err(|_| PackError::TooLarge)?;
        let id = core.meta.id.clone();
        let linked = &mut self.linked;
        let mut meta = core.meta;
        maps.text(&mut meta.title);
        maps.text(&mut meta.publisher);
        linked.packs.push(LinkedPack { meta, digest });
        linked.texts.push(texts);
        linked.docs.extend(explain.docs.into_iter().skip(1));
        linked.instruments.extend(core.instruments);
        for table in folds {
            merge_folds(&mut linked.folds, table);
        }
        for mut ty in core.types {
            maps.doc(&mut ty.doc);
            match &mut ty.kind {
                TypeKind::Enum(members) | TypeKind::Taxonomy(members) => {
                    for member in members {
                        maps.name(&mut member.key)?;
                        maps.doc(&mut member.doc);
                    }
                }
                TypeKind::Record { fields, .. } => {
                    for field in fields {
                        maps.name(&mut field.key)?;
                        maps.doc(&mut field.doc);
                        if let BaseType::Named(ty) = &mut field.ty.base {
                            maps.symbol(ty)?;
                        }
                    }
                }
            }
            linked.types.push(ty);
        }
        for mut pattern in core.patterns {
            pattern.prescribed.iter_mut().try_for_each(|c| maps.cite(c))?;
            for node in &mut pattern.nodes {
                match node {
                    PatNode::Word(w) => *w = at(&maps.words, *w)?,
                    PatNode::Pattern(p) => maps.symbol(p)?,
                    PatNode::Num { capture, units, .. } => {
                        for unit in units {
                            *unit = at(&maps.words, *unit)?;
                        }
                        if let Some(capture) = capture {
                            maps.name(capture)?;
                        }
                    }
                    PatNode::Words(words) | PatNode::NotBefore(words) | PatNode::NotAfter(words) => {
                        for word in words {
                            *word = at(&maps.words, *word)?;
                        }
                    }
                    _ => {}
                }
            }
            linked.patterns.push(pattern);
        }
        for mut context in core.contexts {
            for line in &mut context.lines {
                if let Some(to) = line.reference_mut() {
                    maps.symbol(to)?;
                }
            }
            linked.contexts.push(context);
        }
        for mut node in core.exprs {
            maps.node(&mut node)?;
            linked.exprs.push(node);
        }
        for mut define in core.defines {
            maps.expr(&mut define.body);
            linked.defines.push(define);
        }
        for mut presumption in core.presumptions {
            maps.symbol(&mut presumption.define)?;
            maps.text(&mut presumption.message);
            if let Some(unless) = &mut presumption.unless {
                maps.expr(unless);
            }
            linked.presumptions.push(presumption);
        }
        for mut year in core.calendar {
            maps.text(&mut year.source);
            // The pack that comes first, which is of the higher layer, says what a year is.
            if !linked.calendar.iter().any(|y| y.first == year.first) {
                linked.calendar.push(year);
            }
        }
        for mut raise in core.raises {
            maps.text(&mut raise.message);
            let (severity, message) = (raise.severity, raise.message);
            self.raises.push((raise.rule, LinkedRaise { pack: index, severity, message }));
        }
        for mut extension in core.extensions {
            maps.symbol(&mut extension.pattern)?;
            maps.symbol(&mut extension.with)?;
            maps.text(&mut extension.message);
            let crate::pack::model::Extension { pattern, with, message } = extension;
            linked.extensions.push(LinkedExtension { pack: index, pattern, with, message });
        }
        for mut rule in core.rules {
            rule.cites.iter_mut().try_for_each(|c| maps.cite(c))?;
            rule.applies.iter_mut().try_for_each(|t| maps.symbol(t))?;
            rule.outside.iter_mut().try_for_each(|c| maps.symbol(c))?;
            maps.expr(&mut rule.body);
            maps.text(&mut rule.message);
            if let Some(when) = &mut rule.when {
                maps.expr(when);
            }
            for exception in &mut rule.exceptions {
                exception.cites.iter_mut().try_for_each(|c| maps.cite(c))?;
                maps.expr(&mut exception.raised);
                maps.text(&mut exception.proof);
                if let Some(proved) = &mut exception.proved {
                    maps.expr(proved);
                }
            }
            for fix in &mut rule.fixes {
                if let Fix::Advise(text) = fix {
                    maps.text(text);
                }
            }
            for penalty in &mut rule.penalties {
                maps.cite(&mut penalty.cite)?;
                maps.text(&mut penalty.text);
            }
            linked.rules.push(LinkedRule { pack: index, id: format!("{id}/{}", rule.key), rule, raises: Vec::new() });
        }
        Ok(())
    }
}

/// The index of a value in a table without duplicates; `bytes` may leave out what rarely tells values apart.
fn intern<T: PartialEq>(index: &mut Index, table: &mut Vec<T>, value: T, bytes: fn(&T) -> &[u8]) -> u32 {
    let mut hash = Fnv::default();
    hash.bytes(bytes(&value));
    let fresh = u32::try_from(table.len()).unwrap_or(u32::MAX);
    let number = index.number(hash, fresh, |number| table.get(number as usize) == Some(&value));
    if number == fresh {
        table.push(value);
    }
    number
}

/// Tables of one kind and certainty become one; the first pack to say what a character stands for wins.
fn merge_folds(folds: &mut Vec<FoldTable>, table: FoldTable) {
    let Some(same) = folds.iter_mut().find(|t| t.kind == table.kind && t.uncertain == table.uncertain) else {
        folds.push(table);
        return;
    };
    for entry in table.entries {
        if let Err(i) = same.entries.binary_search_by_key(&entry.0, |e| e.0) {
            same.entries.insert(i, entry);
        }
    }
    same.spellings.extend(table.spellings);
}

/// Patterns, contexts and definitions may refer to each other, but not in a circle and not too deep.
fn acyclic(linked: &Linked) -> Result<(), PackError> {
    let patterns = linked
        .patterns
        .iter()
        .map(|p| p.nodes.iter().filter_map(|n| if let PatNode::Pattern(r) = n { Some(*r) } else { None }).collect());
    bounded(patterns.collect(), "patterns refer to each other in a circle or too deep")?;
    let contexts = linked.contexts.iter().map(|c| {
        c.lines.iter().filter_map(|l| if let ContextLine::Include(r) = l { Some(*r) } else { None }).collect()
    });
    bounded(contexts.collect(), "contexts include each other in a circle or too deep")?;
    let mut reached: Vec<Vec<u32>> = Vec::with_capacity(linked.exprs.len());
    for node in &linked.exprs {
        let mut all: Vec<u32> = if let Node::Define(d) = node { vec![*d] } else { Vec::new() };
        for operand in node.operands() {
            all.extend(reached.get(operand as usize).into_iter().flatten());
        }
        order::set(&mut all);
        reached.push(all);
    }
    let of = |e: u32| reached.get(e as usize).cloned().unwrap_or_default();
    let mut defines: Vec<Vec<u32>> = linked.defines.iter().map(|d| of(d.body)).collect();
    for presumption in &linked.presumptions {
        if let (Some(d), Some(unless)) = (defines.get_mut(presumption.define as usize), presumption.unless) {
            d.extend(of(unless));
        }
    }
    bounded(defines, "definitions refer to each other in a circle or too deep")?;
    unfolded(linked)
}

/// What evaluation walks: expressions with the definitions they use, nested at most [`MAX_UNFOLDED_DEPTH`] deep.
fn unfolded(linked: &Linked) -> Result<(), PackError> {
    let mut defines = vec![0usize; linked.defines.len()];
    // Definitions do not refer to each other in a circle, so that this settles.
    for _ in 0..=MAX_DEPTH.saturating_add(1) {
        let mut depths: Vec<usize> = Vec::with_capacity(linked.exprs.len());
        for node in &linked.exprs {
            let below = if let Node::Define(d) = node {
                defines.get(*d as usize).copied()
            } else {
                node.operands().into_iter().filter_map(|o| depths.get(o as usize)).max().copied()
            };
            let depth = below.map_or(0, |d| d.saturating_add(1));
            if depth > MAX_UNFOLDED_DEPTH {
                return Err(PackError::Invalid("definitions nested too deep"));
            }
            depths.push(depth);
        }
        let of = |e: u32| depths.get(e as usize).copied().unwrap_or(0);
        let mut next: Vec<usize> = linked.defines.iter().map(|d| of(d.body)).collect();
        for presumption in &linked.presumptions {
            if let (Some(d), Some(unless)) = (next.get_mut(presumption.define as usize), presumption.unless) {
                *d = (*d).max(of(unless));
            }
        }
        if next == defines {
            return Ok(());
        }
        defines = next;
    }
    Err(PackError::Invalid("definitions nested too deep"))
}

fn bounded(edges: Vec<Vec<u32>>, what: &'static str) -> Result<(), PackError> {
    let mut depth = vec![0usize; edges.len()];
    // Longest paths by relaxation: a circle never settles within the bound.
    for _ in 0..=MAX_DEPTH {
        let mut changed = false;
        for (i, targets) in edges.iter().enumerate() {
            let deepest =
                targets.iter().filter_map(|t| depth.get(*t as usize)).max().map_or(0, |d| d.saturating_add(1));
            if deepest > MAX_DEPTH {
                return Err(PackError::Invalid(what));
            }
            if let Some(d) = depth.get_mut(i)
                && deepest > *d
            {
                *d = deepest;
                changed = true;
            }
        }
        if !changed {
            return Ok(());
        }
    }
    Err(PackError::Invalid(what))
}
