//! What a session has to keep of a match: which rules forbid its words, whether other conditions look for it, and which contexts
//! may be asked of it.

use crate::eval::prepare::{Form, GoodsPlan, Prepared, operands};
use crate::order;
use crate::pack::model::{ExprId, NameId, Node, Path, Ref, Root};

/// What a pattern is there for.
#[derive(Clone, Debug, Default)]
pub(super) struct Use {
    /// Rules that forbid its words match by match, ascending.
    pub rules: Vec<u32>,
    /// Conditions look for it anywhere in the stream.
    pub streamwide: bool,
    /// Contexts that may be asked of its matches.
    pub contexts: Vec<Ref>,
}

/// The plan for one kind of subject.
#[derive(Debug)]
pub(super) struct Plan {
    /// By pattern.
    pub uses: Vec<Use>,
    /// By rule: it forbids words match by match.
    pub words: Vec<bool>,
    /// Some rule reads the script's segments as facts.
    pub reads_script: bool,
}

impl Plan {
    pub fn new(p: &Prepared, kind: usize, script: Option<NameId>) -> Self {
        let count = p.linked.patterns.len();
        let mut plan =
            Self { uses: vec![Use::default(); count], words: vec![false; p.linked.rules.len()], reads_script: false };
        let Some(kind) = p.kinds.get(kind) else { return plan };
        for index in &kind.rules {
            let Some(rule) = p.linked.rules.get(*index as usize).map(|r| &r.rule) else { continue };
            let mut walk = Walk { p, seen: vec![false; p.linked.exprs.len()], patterns: Vec::new(), near: Vec::new() };
            let mut reads = |path: &Path| {
                let own = path.root == Root::Subject || path.root == Root::Goods && kind.goods == GoodsPlan::Subject;
                plan.reads_script |= own && path.steps.first().is_none_or(|step| Some(*step) == script);
            };
            let exceptions = rule.exceptions.iter().flat_map(|x| [Some(x.raised), x.proved]);
            let mut roots: Vec<ExprId> = rule.when.into_iter().chain(exceptions.flatten()).collect();
            let mut own: Vec<Ref> = Vec::new();
            match (p.forms.get(*index as usize), p.linked.exprs.get(rule.body as usize)) {
                (Some(Form::Words), Some(Node::Says { patterns, places, filter })) => {
                    own.extend(patterns);
                    places.iter().for_each(&mut reads);
                    roots.extend(filter);
                    if let Some(place) = plan.words.get_mut(*index as usize) {
                        *place = true;
                    }
                }
                _ => roots.push(rule.body),
            }
            walk.run(roots, &mut reads);
            let mut contexts: Vec<Ref> = rule.outside.iter().copied().chain(walk.near).collect();
            order::set(&mut contexts);
            for pattern in &own {
                if let Some(of) = plan.uses.get_mut(*pattern as usize) {
                    of.rules.push(*index);
                }
            }
            for pattern in own.iter().chain(&walk.patterns) {
                if let Some(of) = plan.uses.get_mut(*pattern as usize) {
                    of.contexts.extend(&contexts);
                }
            }
            for pattern in &walk.patterns {
                if let Some(of) = plan.uses.get_mut(*pattern as usize) {
                    of.streamwide = true;
                }
            }
        }
        for of in &mut plan.uses {
            order::set(&mut of.rules);
            order::set(&mut of.contexts);
        }
        plan
    }

    pub fn of(&self, pattern: Ref) -> Option<&Use> {
        self.uses.get(pattern as usize)
    }
}

/// Follows conditions through definitions and the presumptions about them.
struct Walk<'p> {
    p: &'p Prepared,
    seen: Vec<bool>,
    patterns: Vec<Ref>,
    near: Vec<Ref>,
}

impl Walk<'_> {
    fn run(&mut self, mut todo: Vec<ExprId>, reads: &mut impl FnMut(&Path)) {
        let linked = &self.p.linked;
        while let Some(e) = todo.pop() {
            let Some(seen) = self.seen.get_mut(e as usize) else { continue };
            if std::mem::replace(seen, true) {
                continue;
            }
            let Some(node) = linked.exprs.get(e as usize) else { continue };
            match node {
                Node::Says { patterns, places, .. } | Node::States { patterns, places } => {
                    self.patterns.extend(patterns);
                    places.iter().for_each(&mut *reads);
                }
                Node::Near(context) => self.near.push(*context),
                Node::Path(path) | Node::In(path, _) | Node::Has(path) | Node::Aggregate(_, path) => reads(path),
                Node::Every { list, .. } | Node::Some { list, .. } => reads(list),
                Node::Define(d) => {
                    todo.extend(linked.defines.get(*d as usize).map(|d| d.body));
                    for index in self.p.presumed.get(*d as usize).into_iter().flatten() {
                        todo.extend(linked.presumptions.get(*index as usize).and_then(|p| p.unless));
                    }
                }
                _ => {}
            }
            operands(node, |e| todo.push(e));
        }
    }
}
