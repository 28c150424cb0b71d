//! What no example and no scenario of a pack exercises: rules that never find anything, conditions that never come out one way,
//! exceptions that are never raised or never cover anything, contexts that never set words aside, branches of patterns that never
//! match. Only what a test asserts something about counts: an example exercises its own rule, a scenario those it expects.

use super::variant::{Variants, patterns, reached};
use super::{Case, about, cases, said};
use crate::compile::Compiled;
use crate::compile::trials::Said;
use crate::diagnostic::Message;
use crate::engine::{Engine, Status};
use crate::eval::{self, Focus, Seen, part_of};
use crate::host;
use crate::pack::linked::{Linked, LinkedRule};
use crate::pack::model::{Day, ExprId, Node, PatNode, Ref};
use crate::pack::{Pack, PackError, link};
use crate::syntax::tree::Span;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The schema's name.
pub const SCHEMA: &str = "zhunze.test-coverage/1";

/// How far tests reach.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TestCoverage {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Rules.
    pub rules: Reached,
    /// Operands of conditions that were both true and false.
    pub conditions: Reached,
    /// Exceptions that covered something.
    pub exceptions: Reached,
    /// Contexts that set words aside.
    pub contexts: Reached,
    /// Branches of patterns that matched.
    pub branches: Reached,
    /// What is not exercised, by rule.
    pub gaps: Vec<Gap>,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reached {
    /// Exercised.
    pub reached: usize,
    /// All.
    pub all: usize,
}

impl Reached {
    fn count(&mut self, reached: bool) {
        self.all = self.all.saturating_add(1);
        self.reached = self.reached.saturating_add(usize::from(reached));
    }
}

/// Something that no test exercises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The rule.
    pub rule: String,
    /// What is missing.
    pub kind: GapKind,
    /// The clause, exception, context or branch.
    pub at: String,
    /// Where the rule is declared.
    #[serde(skip)]
    pub span: Option<Span>,
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapKind {
    /// The rule never finds anything.
    NeverFinds,
    /// The condition is never true.
    NeverTrue,
    /// The condition is never false.
    NeverFalse,
    /// The exception is never raised.
    NeverRaised,
    /// The exception is raised and never covers anything.
    NeverExempts,
    /// The context never sets words aside.
    NeverOutside,
    /// The branch of a pattern never matches.
    NeverMatches,
}

impl GapKind {
    /// In Chinese and in English.
    #[must_use]
    pub const fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::NeverFinds => ("规则从未有结果", "the rule never finds anything"),
            Self::NeverTrue => ("条件从未为真", "the condition is never true"),
            Self::NeverFalse => ("条件从未为假", "the condition is never false"),
            Self::NeverRaised => ("例外从未提出", "the exception is never raised"),
            Self::NeverExempts => ("例外从未成立", "the exception never covers anything"),
            Self::NeverOutside => ("语境从未排除", "the context never sets words aside"),
            Self::NeverMatches => ("分支从未匹配", "the branch never matches"),
        }
    }
}

const FALSE: u8 = 1;
const TRUE: u8 = 4;

/// What the cases of one rule showed.
#[derive(Default)]
struct Shown {
    finds: bool,
    exempts: bool,
    seen: Seen,
    subjects: Vec<usize>,
}

/// Measures the tests of compiled packs; `packs` are all that link together with them.
///
/// # Errors
/// A [`PackError`] of linking.
pub fn measure(packs: &[Pack], compiled: &[Compiled], as_of: Day) -> Result<TestCoverage, PackError> {
    let linked = link::link(packs.to_vec())?;
    let mut variants = Variants::new(link::link(packs.to_vec())?);
    let own = own_patterns(&linked, packs, compiled);
    // By pattern: its branches, each with a pattern that has no other branch in that place.
    let mut branches: BTreeMap<Ref, Vec<(String, Ref)>> = BTreeMap::new();
    for (p, pattern) in (0u32..).zip(&linked.patterns).filter(|(p, _)| own.get(*p as usize) == Some(&true)) {
        for (at, node) in pattern.nodes.iter().enumerate() {
            let PatNode::Alt(parts) = node else { continue };
            for part in parts.iter().filter(|_| parts.len() > 1) {
                let mut only = pattern.clone();
                if let Some(place) = only.nodes.get_mut(at) {
                    *place = PatNode::Alt(vec![*part]);
                }
                let name = format!("{}：{}", pattern.name, branch(&linked, &pattern.nodes, *part));
                branches.entry(p).or_default().push((name, variants.pattern(only)));
            }
        }
    }
    let text = host::text_engine(&variants.linked)?;
    let engine = Engine::new(variants.linked, text);
    let p = engine.prepared();
    let cases: Vec<Case> = compiled.iter().flat_map(|pack| cases(&linked, pack, as_of)).collect();
    let mut shown: BTreeMap<&str, Shown> = BTreeMap::new();
    let places: BTreeMap<&str, usize> = linked.rules.iter().enumerate().map(|(i, r)| (r.id.as_str(), i)).collect();
    let mut focuses: BTreeMap<usize, Focus> = BTreeMap::new();
    for (number, case) in cases.iter().enumerate() {
        for (rule, _) in &case.expects {
            let Some((id, place)) = places.get_key_value(rule.as_str()) else { continue };
            let focus = focuses
                .entry(*place)
                .or_insert_with(|| Focus::new(p, (0..p.linked.rules.len()).map(|i| i == *place).collect()));
            let Ok(part) = part_of(p, &case.subject, &case.options, focus, true) else { continue };
            let entry = shown.entry(id).or_default();
            let said = said(&part, rule);
            entry.finds |= matches!(said, Said::Found(status) if status != Status::Undetermined);
            entry.exempts |= part.exempt.iter().any(|e| e == rule);
            entry.subjects.push(number);
            if let Some(seen) = part.seen {
                merge(&mut entry.seen.exprs, &seen.exprs);
                merge(&mut entry.seen.contexts, &seen.contexts);
            }
        }
    }
    let mut out = TestCoverage { schema: SCHEMA, ..TestCoverage::default() };
    let mut matched: BTreeSet<Ref> = BTreeSet::new();
    let mut told: BTreeSet<(GapKind, u32)> = BTreeSet::new();
    // What rules share is exercised by any of them.
    let mut union = Seen::default();
    for shown in shown.values() {
        merge(&mut union.exprs, &shown.seen.exprs);
    }
    for pack in compiled {
        for rule in
            linked.rules.iter().filter(|r| r.id.split_once('/').map(|(id, _)| id) == Some(&pack.pack.core.meta.id))
        {
            let empty = Shown::default();
            let here = shown.get(rule.id.as_str()).unwrap_or(&empty);
            let span = pack.rule_spans.get(&rule.rule.key).copied();
            let mut gap = |kind: GapKind, at: String| out.gaps.push(Gap { rule: rule.id.clone(), kind, at, span });
            out.rules.count(here.finds);
            if !here.finds {
                gap(GapKind::NeverFinds, String::new());
            }
            for e in operands(&linked, rule) {
                let bits = union.exprs.get(e as usize).copied().unwrap_or(0);
                if !told.insert((GapKind::NeverTrue, e)) {
                    continue;
                }
                out.conditions.count(bits & TRUE != 0 && bits & FALSE != 0);
                for (bit, kind) in [(TRUE, GapKind::NeverTrue), (FALSE, GapKind::NeverFalse)] {
                    if bits & bit == 0 {
                        gap(kind, eval::clause(&linked, e));
                    }
                }
            }
            for exception in &rule.rule.exceptions {
                let bits = here.seen.exprs.get(exception.raised as usize).copied().unwrap_or(0);
                let raised = bits & TRUE != 0;
                let proved =
                    exception.proved.is_none_or(|e| here.seen.exprs.get(e as usize).is_some_and(|b| b & TRUE != 0));
                let covers = raised && proved && here.exempts;
                out.exceptions.count(covers);
                let name = format!("{} ({})", exception.name, exception.key);
                if !raised {
                    gap(GapKind::NeverRaised, name);
                } else if !covers {
                    gap(GapKind::NeverExempts, name);
                }
            }
            for context in &rule.rule.outside {
                let used = here.seen.contexts.get(*context as usize).is_some_and(|b| b & TRUE != 0);
                out.contexts.count(used);
                if !used {
                    let name = linked.contexts.get(*context as usize).map_or_else(String::new, |c| c.name.clone());
                    gap(GapKind::NeverOutside, name);
                }
            }
            let asked: Vec<Ref> = patterns(&linked, &rule.rule)
                .iter()
                .filter_map(|pattern| branches.get(pattern))
                .flatten()
                .map(|(_, variant)| *variant)
                .collect();
            for case in here.subjects.iter().filter_map(|n| cases.get(*n)).filter(|_| !asked.is_empty()) {
                matched.extend(eval::says(p, &case.subject, &case.options, &asked));
            }
        }
    }
    // A branch is told with the first rule that reads its pattern.
    for pack in compiled {
        for rule in
            linked.rules.iter().filter(|r| r.id.split_once('/').map(|(id, _)| id) == Some(&pack.pack.core.meta.id))
        {
            for pattern in patterns(&linked, &rule.rule) {
                for (name, variant) in branches.remove(&pattern).unwrap_or_default() {
                    let reached = matched.contains(&variant);
                    out.branches.count(reached);
                    if !reached {
                        let span = pack.rule_spans.get(&rule.rule.key).copied();
                        out.gaps.push(Gap { rule: rule.id.clone(), kind: GapKind::NeverMatches, at: name, span });
                    }
                }
            }
        }
    }
    Ok(out)
}

fn merge(into: &mut Vec<u8>, from: &[u8]) {
    if into.len() < from.len() {
        into.resize(from.len(), 0);
    }
    for (bits, new) in into.iter_mut().zip(from) {
        *bits |= new;
    }
}

/// By pattern: whether one of the packs under test declares it.
fn own_patterns(linked: &Linked, packs: &[Pack], compiled: &[Compiled]) -> Vec<bool> {
    let mut own = Vec::new();
    for linked in &linked.packs {
        let Some(pack) = packs.iter().find(|p| p.core.meta.id == linked.meta.id) else { continue };
        let here = compiled.iter().any(|c| c.pack.core.meta.id == linked.meta.id);
        own.extend(std::iter::repeat_n(here, pack.core.patterns.len()));
    }
    own
}

/// The operands of a rule's `and`s and `or`s, and the condition under which it applies: the branches of its conditions.
fn operands(linked: &Linked, rule: &LinkedRule) -> Vec<ExprId> {
    let mut out: Vec<ExprId> = rule.rule.when.into_iter().collect();
    for e in reached(linked, &rule.rule) {
        if let Some(Node::And(all) | Node::Or(all)) = linked.exprs.get(e as usize) {
            out.extend(all);
        }
    }
    out.dedup();
    out
}

/// A branch of a pattern, by its words.
pub(super) fn branch(linked: &Linked, nodes: &[PatNode], part: u32) -> String {
    fn write(linked: &Linked, nodes: &[PatNode], part: u32, depth: usize, out: &mut String) {
        let Some(node) = nodes.get(part as usize).filter(|_| depth < 8) else { return };
        let word = |w: &u32| linked.words.get(*w as usize).map_or("", |w| w.text.as_str());
        match node {
            PatNode::Word(w) => out.push_str(word(w)),
            PatNode::Words(words) => {
                out.push_str(&words.iter().take(4).map(word).collect::<Vec<_>>().join("|"));
                if words.len() > 4 {
                    out.push_str("|…");
                }
            }
            PatNode::Pattern(p) => {
                out.push('<');
                out.push_str(linked.patterns.get(*p as usize).map_or("", |p| p.name.as_str()));
                out.push('>');
            }
            PatNode::Seq(parts) | PatNode::Alt(parts) => {
                let between = if matches!(node, PatNode::Seq(_)) { " " } else { "|" };
                for (at, part) in parts.iter().enumerate().take(6) {
                    if at > 0 {
                        out.push_str(between);
                    }
                    write(linked, nodes, *part, depth.saturating_add(1), out);
                }
            }
            PatNode::Opt(inner) => {
                write(linked, nodes, *inner, depth.saturating_add(1), out);
                out.push('?');
            }
            PatNode::Gap { .. } => out.push('…'),
            PatNode::Num { .. } => out.push('数'),
            _ => out.push('·'),
        }
    }
    let mut out = String::new();
    write(linked, nodes, part, 0, &mut out);
    out
}

impl TestCoverage {
    /// One line of JSON.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Gap {
    /// What is missing, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        about(self.kind.named(), &self.at)
    }
}
