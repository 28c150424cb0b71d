//! Words that lower layers add to what the packs above forbid.
//!
//! A pattern that is extended keeps its meaning; beside it stands a copy that also has the added words, and so for every
//! pattern that refers to it. Only conditions that forbid the more, the more is said, ask for the copies. So nothing that packs
//! found without the additions can get lost, whatever a pack's bytes say.

use super::PackError;
use super::linked::Linked;
use super::model::{ExprId, Node, PatNode, Pattern, Ref};
use crate::syntax::tree::NormKind;
use std::collections::{BTreeMap, BTreeSet};

/// Most patterns of a bundle, copies included.
const MAX_PATTERNS: usize = 1 << 20;

/// The condition is asked for where its truth only adds findings.
pub(crate) const MORE: u8 = 1;
/// The condition is asked for where its truth may take findings away.
const LESS: u8 = 2;

/// Makes the copies and lets prohibitions ask for them.
pub(super) fn extend(linked: &mut Linked) -> Result<(), PackError> {
    linked.first_added = index(linked.patterns.len());
    if linked.extensions.is_empty() {
        return Ok(());
    }
    let uses = uses(linked);
    // What each pattern is a copy of.
    let mut origin: Vec<u32> = (0..linked.first_added).collect();
    for pack in 0..index(linked.packs.len()) {
        let own: Vec<u32> = (0u32..).zip(&linked.extensions).filter(|(_, e)| e.pack == pack).map(|(i, _)| i).collect();
        if !own.is_empty() {
            copies(linked, &mut origin, &own)?;
        }
    }
    let mut of: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (copy, origin) in (0u32..).zip(&origin).filter(|(i, o)| i != *o) {
        of.entry(*origin).or_default().push(copy);
    }
    for (node, uses) in linked.exprs.iter_mut().zip(&uses) {
        if let (Node::Says { patterns, .. }, MORE) = (node, *uses) {
            let added: Vec<u32> = patterns.iter().filter_map(|p| of.get(p)).flatten().copied().collect();
            patterns.extend(added);
        }
    }
    Ok(())
}

fn index(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// Copies of all patterns, earlier copies included, in which one pack's additions count.
fn copies(linked: &mut Linked, origin: &mut Vec<u32>, own: &[u32]) -> Result<(), PackError> {
    let mut reached: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); linked.patterns.len()];
    for (reached, origin) in reached.iter_mut().zip(origin.iter()) {
        let here = own.iter().filter(|e| linked.extensions.get(**e as usize).is_some_and(|e| e.pattern == *origin));
        reached.extend(here);
    }
    reach(linked, &mut reached);
    let mut copy_of: BTreeMap<u32, u32> = BTreeMap::new();
    for (at, _) in (0u32..).zip(&reached).filter(|(_, r)| !r.is_empty()) {
        copy_of.insert(at, index(linked.patterns.len().saturating_add(copy_of.len())));
    }
    if linked.patterns.len().saturating_add(copy_of.len()) > MAX_PATTERNS {
        return Err(PackError::TooLarge);
    }
    for at in copy_of.keys() {
        let Some(pattern) = linked.patterns.get(*at as usize) else { continue };
        let first = origin.get(*at as usize).copied().unwrap_or(*at);
        let mut nodes: Vec<PatNode> = pattern.nodes.clone();
        for node in &mut nodes {
            if let PatNode::Pattern(r) = node {
                *r = copy_of.get(r).copied().unwrap_or(*r);
            }
        }
        let root = index(nodes.len().saturating_sub(1));
        let with: Vec<Ref> = own
            .iter()
            .filter_map(|e| linked.extensions.get(*e as usize))
            .filter(|e| e.pattern == first)
            .map(|e| e.with)
            .collect();
        if !with.is_empty() {
            let mut ways = vec![root];
            for pattern in with {
                ways.push(index(nodes.len()));
                nodes.push(PatNode::Pattern(pattern));
            }
            nodes.push(PatNode::Alt(ways));
        }
        let (key, name) = (pattern.key.clone(), pattern.name.clone());
        let mut added: BTreeSet<u32> = reached.get(*at as usize).cloned().unwrap_or_default();
        added.extend(linked.added(*at));
        linked.patterns.push(Pattern { key, name, nodes, prescribed: Vec::new() });
        linked.added.push(added.into_iter().collect());
        origin.push(first);
    }
    Ok(())
}

/// Adds to every pattern what the patterns reach that it refers to.
pub(crate) fn reach(linked: &Linked, reached: &mut [BTreeSet<u32>]) {
    loop {
        let mut changed = false;
        for (at, pattern) in linked.patterns.iter().enumerate() {
            let below: BTreeSet<u32> = pattern
                .nodes
                .iter()
                .filter_map(|n| if let PatNode::Pattern(r) = n { reached.get(*r as usize) } else { None })
                .flatten()
                .copied()
                .collect();
            if let Some(own) = reached.get_mut(at)
                && !below.is_subset(own)
            {
                own.extend(below);
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

/// By expression: whether its truth adds findings, takes some away, or both.
pub(crate) fn uses(linked: &Linked) -> Vec<u8> {
    let mut uses = vec![0u8; linked.exprs.len()];
    let mut mark = |e: ExprId, how: u8| {
        if let Some(u) = uses.get_mut(e as usize) {
            *u |= how;
        }
    };
    for rule in linked.rules.iter().map(|r| &r.rule) {
        let (body, when) = match rule.norm {
            NormKind::Forbid => (MORE, MORE),
            NormKind::Require => (LESS, MORE),
            NormKind::Permit => (LESS, LESS),
        };
        mark(rule.body, body);
        rule.when.into_iter().for_each(|e| mark(e, when));
        for exception in &rule.exceptions {
            mark(exception.raised, LESS);
            exception.proved.into_iter().for_each(|e| mark(e, LESS));
        }
    }
    linked.presumptions.iter().filter_map(|p| p.unless).for_each(|e| mark(e, MORE | LESS));
    // Operands precede what uses them; only definitions may be used before they stand.
    loop {
        let before = uses.clone();
        for (at, node) in linked.exprs.iter().enumerate().rev() {
            let how = uses.get(at).copied().unwrap_or(0);
            if how == 0 {
                continue;
            }
            let below = match node {
                Node::Not(_) => (how & MORE) << 1 | (how & LESS) >> 1,
                Node::Cmp(..) | Node::Arith(..) => MORE | LESS,
                _ => how,
            };
            let definition = if let Node::Define(d) = node { linked.defines.get(*d as usize) } else { None };
            for operand in node.operands().into_iter().chain(definition.map(|d| d.body)) {
                if let Some(u) = uses.get_mut(operand as usize) {
                    *u |= below;
                }
            }
        }
        if uses == before {
            return uses;
        }
    }
}
