//! Variants of rules beside the rules themselves: copies that differ in one place, in the same bundle, so that one engine runs
//! them all. What is not changed is shared with the original; operands keep standing before what uses them.

use crate::pack::linked::{Linked, LinkedRule};
use crate::pack::model::{ExprId, Node, PatNode, Pattern, Presumption, Ref, Rule};
use std::collections::BTreeMap;

/// A bundle that grows by variants.
pub(super) struct Variants {
    pub linked: Linked,
    /// By original pattern: its copy, while one variant is made.
    copies: BTreeMap<Ref, Ref>,
}

fn index(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

impl Variants {
    pub fn new(linked: Linked) -> Self {
        Self { linked, copies: BTreeMap::new() }
    }

    pub fn push(&mut self, node: Node) -> ExprId {
        self.linked.exprs.push(node);
        index(self.linked.exprs.len().saturating_sub(1))
    }

    /// Adds a variant of a rule and answers its id.
    pub fn add(&mut self, of: &LinkedRule, rule: Rule) -> String {
        let id = format!("{}~{}", of.id, self.linked.rules.len());
        self.linked.rules.push(LinkedRule { pack: of.pack, id: id.clone(), rule, raises: of.raises.clone() });
        id
    }

    /// A rule in which one expression stands for another, wherever it is reached; `None` where it is not.
    pub fn replaced(&mut self, rule: &Rule, from: ExprId, to: ExprId) -> Option<Rule> {
        let mut done = BTreeMap::from([(from, to)]);
        let mut out = rule.clone();
        let mut changed = false;
        for e in roots(&mut out) {
            let new = self.rewrite(*e, &mut done);
            changed |= new != *e;
            *e = new;
        }
        changed.then_some(out)
    }

    /// An expression with what is in `done` replaced; itself where nothing is.
    fn rewrite(&mut self, e: ExprId, done: &mut BTreeMap<ExprId, ExprId>) -> ExprId {
        if let Some(new) = done.get(&e) {
            return *new;
        }
        let Some(mut node) = self.linked.exprs.get(e as usize).cloned() else { return e };
        let mut changed = false;
        if let Node::Define(d) = &mut node {
            let body = self.linked.defines.get(*d as usize).map(|define| define.body);
            let new = body.map(|body| self.rewrite(body, done)).filter(|new| Some(*new) != body);
            if let Some(new) = new {
                *d = self.define(*d, new);
                changed = true;
            }
        } else {
            for operand in operands(&mut node) {
                let new = self.rewrite(*operand, done);
                changed |= new != *operand;
                *operand = new;
            }
        }
        let new = if changed { self.push(node) } else { e };
        done.insert(e, new);
        new
    }

    /// A copy of a definition with another body, and all that is presumed about it.
    fn define(&mut self, of: Ref, body: ExprId) -> Ref {
        let new = index(self.linked.defines.len());
        if let Some(define) = self.linked.defines.get(of as usize).cloned() {
            self.linked.defines.push(crate::pack::model::Define { body, ..define });
        }
        let presumed: Vec<Presumption> = self.linked.presumptions.iter().filter(|p| p.define == of).cloned().collect();
        self.linked.presumptions.extend(presumed.into_iter().map(|p| Presumption { define: new, ..p }));
        new
    }

    /// A rule for which one pattern has other nodes; `None` where none of its conditions asks for it.
    pub fn with_pattern(&mut self, rule: &Rule, pattern: Ref, nodes: Vec<PatNode>) -> Option<Rule> {
        let old = self.linked.patterns.get(pattern as usize)?.clone();
        self.copies.clear();
        let new = self.pattern(Pattern { nodes, ..old });
        self.copies.insert(pattern, new);
        let mut out = rule.clone();
        let mut done = BTreeMap::new();
        let mut changed = false;
        for e in self.asking(rule) {
            let Some(mut node) = self.linked.exprs.get(e as usize).cloned() else { continue };
            let (Node::Says { patterns, .. } | Node::States { patterns, .. }) = &mut node else { continue };
            let mut any = false;
            for p in patterns {
                let copy = self.copied(*p, 0);
                any |= copy != *p;
                *p = copy;
            }
            if any {
                // Its filter may ask for the pattern too; that one is left as it is.
                let new = self.push(node);
                done.insert(e, new);
            }
        }
        for e in roots(&mut out) {
            let new = self.rewrite(*e, &mut done);
            changed |= new != *e;
            *e = new;
        }
        changed.then_some(out)
    }

    pub fn pattern(&mut self, pattern: Pattern) -> Ref {
        self.linked.patterns.push(pattern);
        index(self.linked.patterns.len().saturating_sub(1))
    }

    /// The copy of a pattern that refers, by whatever way, to one that has a copy; itself where it does not.
    fn copied(&mut self, p: Ref, depth: usize) -> Ref {
        if let Some(copy) = self.copies.get(&p) {
            return *copy;
        }
        let Some(mut pattern) = self.linked.patterns.get(p as usize).cloned() else { return p };
        let mut any = false;
        for node in &mut pattern.nodes {
            if let PatNode::Pattern(inner) = node
                && depth < crate::pack::model::MAX_DEPTH
            {
                let copy = self.copied(*inner, depth.saturating_add(1));
                any |= copy != *inner;
                *inner = copy;
            }
        }
        let copy = if any { self.pattern(pattern) } else { p };
        self.copies.insert(p, copy);
        copy
    }

    /// The conditions of a rule that ask for words.
    fn asking(&self, rule: &Rule) -> Vec<ExprId> {
        let all = reached(&self.linked, rule);
        let asks =
            |e: &ExprId| matches!(self.linked.exprs.get(*e as usize), Some(Node::Says { .. } | Node::States { .. }));
        all.into_iter().filter(asks).collect()
    }
}

/// A rule's conditions.
pub(super) fn roots(rule: &mut Rule) -> impl Iterator<Item = &mut ExprId> {
    let exceptions = rule.exceptions.iter_mut().flat_map(|x| [Some(&mut x.raised), x.proved.as_mut()]);
    [Some(&mut rule.body), rule.when.as_mut()].into_iter().chain(exceptions).flatten()
}

/// Every expression of a rule, its definitions opened, each once, in the order in which a reader meets them.
pub(super) fn reached(linked: &Linked, rule: &Rule) -> Vec<ExprId> {
    let mut out: Vec<ExprId> = Vec::new();
    let mut seen: std::collections::BTreeSet<ExprId> = std::collections::BTreeSet::new();
    let exceptions = rule.exceptions.iter().flat_map(|x| [Some(x.raised), x.proved]);
    let mut todo: Vec<ExprId> = [rule.when, Some(rule.body)].into_iter().chain(exceptions).flatten().collect();
    todo.reverse();
    while let Some(e) = todo.pop() {
        let Some(node) = linked.exprs.get(e as usize).filter(|_| seen.insert(e)) else { continue };
        out.push(e);
        if let Node::Define(d) = node {
            todo.extend(linked.defines.get(*d as usize).map(|d| d.body));
        }
        todo.extend(node.operands().into_iter().rev());
    }
    out
}

/// The patterns that a rule's conditions ask for, and those that they refer to.
pub(super) fn patterns(linked: &Linked, rule: &Rule) -> Vec<Ref> {
    let mut todo: Vec<Ref> = Vec::new();
    for e in reached(linked, rule) {
        if let Some(Node::Says { patterns, .. } | Node::States { patterns, .. }) = linked.exprs.get(e as usize) {
            todo.extend(patterns.iter().filter(|p| !linked.is_added(**p)));
        }
    }
    todo.reverse();
    let mut out: Vec<Ref> = Vec::new();
    while let Some(p) = todo.pop() {
        if out.contains(&p) {
            continue;
        }
        out.push(p);
        let nodes = linked.patterns.get(p as usize).map_or(&[][..], |p| &p.nodes);
        todo.extend(nodes.iter().rev().filter_map(|n| if let PatNode::Pattern(p) = n { Some(*p) } else { None }));
    }
    out
}

fn operands(node: &mut Node) -> Vec<&mut ExprId> {
    match node {
        Node::Not(a) | Node::Every { body: a, .. } | Node::Some { body: a, .. } => vec![a],
        Node::And(all) | Node::Or(all) => all.iter_mut().collect(),
        Node::Cmp(_, a, b) | Node::Arith(_, a, b) => vec![a, b],
        Node::Says { filter: Some(filter), .. } => vec![filter],
        _ => Vec::new(),
    }
}
