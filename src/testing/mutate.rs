//! Mutation testing: a pack's conditions are changed one at a time, and each change that no example and no scenario notices is
//! told. An unnoticed change is a test that is missing, a condition that says nothing, or another way to say the same.
//!
//! A change of what rules share (a definition, a pattern) is tried in every rule that reads it, and is noticed if one of them
//! notices. Groups of rules are independent of each other; a caller may run them on several threads.

use super::variant::{Variants, patterns, reached};
use super::{Case, about, cases, said};
use crate::compile::Compiled;
use crate::compile::trials::meets;
use crate::diagnostic::Message;
use crate::engine::{Decision, Engine, Options};
use crate::eval::date::format_day;
use crate::eval::{self, Focus, Part};
use crate::host;
use crate::pack::linked::{Linked, LinkedRule};
use crate::pack::model::{Const, Day, ExprId, Node, PatNode, Ref, Rule};
use crate::pack::{Pack, PackError, link};
use crate::syntax::tree::{CmpOp, Expected, Nature, NormKind, Span};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The schema's name.
pub const SCHEMA: &str = "zhunze.mutation/1";
/// Rules that are tried with one engine.
const GROUP: usize = 24;
/// Most changes of one kind at one place: members of a list, words of a lexicon.
const EACH: usize = 12;

/// What mutation testing found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Mutation {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Changes that were tried.
    pub mutants: usize,
    /// Of them those that a test noticed.
    pub noticed: usize,
    /// The others, by pack and place.
    pub unnoticed: Vec<Mutant>,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mutant {
    /// The rules in which it was tried.
    pub rules: Vec<String>,
    /// What was done.
    pub change: Change,
    /// Where: the clause, word, exception or date as it was.
    pub at: String,
    /// What it became; empty where it was dropped.
    pub became: String,
    /// Where the first of the rules is declared.
    #[serde(skip)]
    pub span: Option<Span>,
}

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A condition was negated.
    Negate,
    /// A part of `and` or `or` was dropped.
    DropOperand,
    /// The condition under which the rule applies was dropped.
    DropWhen,
    /// A comparison got another operator.
    Compare,
    /// A number, date or duration was shifted by one.
    Shift,
    /// `every` became `some`, or the other way round.
    Quantifier,
    /// A member of a list was dropped.
    DropMember,
    /// An exception was dropped.
    DropException,
    /// A context in which words are no claim was dropped.
    DropContext,
    /// A pattern of several that are asked for was dropped.
    DropPattern,
    /// An alternative of a pattern was dropped.
    DropBranch,
    /// A word that an example uses was dropped.
    DropWord,
}

impl Change {
    /// In Chinese and in English.
    #[must_use]
    pub const fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Negate => ("取反", "negated"),
            Self::DropOperand => ("去掉一个条件", "operand dropped"),
            Self::DropWhen => ("去掉适用条件", "condition of application dropped"),
            Self::Compare => ("改比较符", "comparison changed"),
            Self::Shift => ("数值或日期差一", "shifted by one"),
            Self::Quantifier => ("每个与任一互换", "quantifier turned"),
            Self::DropMember => ("去掉一个成员", "member dropped"),
            Self::DropException => ("去掉例外", "exception dropped"),
            Self::DropContext => ("去掉排除的语境", "context dropped"),
            Self::DropPattern => ("去掉一个句式", "pattern dropped"),
            Self::DropBranch => ("去掉一个分支", "alternative dropped"),
            Self::DropWord => ("去掉一个词", "word dropped"),
        }
    }
}

/// Everything that groups share.
#[derive(Debug)]
pub struct Plan<'a> {
    packs: Vec<Pack>,
    compiled: &'a [Compiled],
    cases: Vec<Case>,
    /// Indices of the rules to be changed.
    rules: Vec<u32>,
    linked: Linked,
    /// Days that the law gives a rule, which the rule does not say itself.
    of_law: BTreeSet<Day>,
    /// By pattern and definition: whether one of the compiled packs declares it.
    own: [Vec<bool>; 2],
}

/// A change that was tried, in one rule.
#[derive(Clone, Debug)]
pub struct Tried {
    key: (u8, u32, Change, String, String),
    rule: String,
    noticed: bool,
}

impl<'a> Plan<'a> {
    /// Prepares the rules of compiled packs; `packs` are all that link together with them. `only`: rules by id, key or Chinese
    /// name; empty: every one.
    ///
    /// # Errors
    /// A [`PackError`] of linking.
    pub fn new(packs: Vec<Pack>, compiled: &'a [Compiled], only: &[String], as_of: Day) -> Result<Self, PackError> {
        let linked = link::link(packs.clone())?;
        let cases = compiled.iter().flat_map(|pack| cases(&linked, pack, as_of)).collect();
        let is_own = |pack: u32| {
            let id = linked.packs.get(pack as usize).map(|p| p.meta.id.as_str());
            compiled.iter().any(|c| Some(c.pack.core.meta.id.as_str()) == id)
        };
        let named = |r: &LinkedRule| {
            only.is_empty() || only.iter().any(|n| *n == r.id || *n == r.rule.key || *n == r.rule.name)
        };
        let rules = (0u32..).zip(&linked.rules).filter(|(_, r)| is_own(r.pack) && named(r)).map(|(i, _)| i).collect();
        let mut own = [Vec::new(), Vec::new()];
        for linked in &linked.packs {
            let Some(pack) = packs.iter().find(|p| p.core.meta.id == linked.meta.id) else { continue };
            let here = compiled.iter().any(|c| c.pack.core.meta.id == linked.meta.id);
            for (list, count) in own.iter_mut().zip([pack.core.patterns.len(), pack.core.defines.len()]) {
                list.extend(std::iter::repeat_n(here, count));
            }
        }
        let mut of_law: BTreeSet<Day> = BTreeSet::new();
        for pack in &packs {
            for law in &pack.core.instruments {
                of_law.insert(law.effective);
                of_law.extend(law.repealed.map(|day| day.saturating_sub(1)));
            }
            of_law.extend(pack.explain.articles.iter().flat_map(|a| [a.from, a.until]).flatten());
        }
        Ok(Self { packs, compiled, cases, rules, linked, of_law, own })
    }

    /// How many rules are to be changed.
    #[must_use]
    pub const fn rules(&self) -> usize {
        self.rules.len()
    }

    /// How many groups there are.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.rules.len().div_ceil(GROUP)
    }

    /// Tries every change of the rules of one group.
    ///
    /// # Errors
    /// A [`PackError`] of linking or of the text engine.
    pub fn run(&self, group: usize) -> Result<Vec<Tried>, PackError> {
        let from = group.saturating_mul(GROUP);
        let rules = self.rules.get(from..self.rules.len().min(from.saturating_add(GROUP))).unwrap_or_default();
        let mut maker =
            Maker { plan: self, variants: Variants::new(link::link(self.packs.clone())?), made: Vec::new() };
        for rule in rules {
            maker.rule(*rule);
        }
        let Maker { variants, made, .. } = maker;
        let text = host::text_engine(&variants.linked)?;
        let engine = Engine::new(variants.linked, text);
        Ok(self.judge(&engine, made))
    }

    fn judge(&self, engine: &Engine, made: Vec<Made>) -> Vec<Tried> {
        let p = engine.prepared();
        let originals = self.linked.rules.len();
        let at: BTreeMap<&str, usize> = p.linked.rules.iter().enumerate().map(|(i, r)| (r.id.as_str(), i)).collect();
        let focus = |wanted: &dyn Fn(usize, &str) -> bool| {
            Focus::new(p, p.linked.rules.iter().enumerate().map(|(i, r)| wanted(i, &r.id)).collect())
        };
        let mut by_rule: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, made) in made.iter().enumerate() {
            by_rule.entry(made.rule.as_str()).or_default().push(index);
        }
        let variants_of = |rule: &str| -> Focus {
            let mut rules = vec![false; p.linked.rules.len()];
            for made in by_rule.get(rule).into_iter().flatten().filter_map(|i| made.get(*i)) {
                if let Some(flag) = at.get(made.id.as_str()).and_then(|i| rules.get_mut(*i)) {
                    *flag = true;
                }
            }
            Focus::new(p, rules)
        };
        let focuses: BTreeMap<&str, Focus> = by_rule.keys().map(|rule| (*rule, variants_of(rule))).collect();
        let everything = focus(&|i, _| i < originals);
        let mut noticed = vec![false; made.len()];
        for case in &self.cases {
            for (rule, expected) in &case.expects {
                let (Some(list), Some(focus)) = (by_rule.get(rule.as_str()), focuses.get(rule.as_str())) else {
                    continue;
                };
                let nature =
                    p.linked.rules.iter().find(|r| r.id == *rule).map_or(Nature::Determinate, |r| r.rule.nature);
                let Ok(part) = eval::part(p, &case.subject, &case.options, focus) else { continue };
                for index in list {
                    let (Some(made), Some(flag)) = (made.get(*index), noticed.get_mut(*index)) else { continue };
                    *flag |= !meets(said(&part, &made.id), *expected, nature);
                }
            }
            if let Some(wanted) = case.decision {
                let Ok(whole) = eval::part(p, &case.subject, &case.options, &everything) else { continue };
                for (rule, focus) in &focuses {
                    let Ok(part) = eval::part(p, &case.subject, &case.options, focus) else { continue };
                    let others = decision(&whole, &case.options, |id| id != *rule, rule);
                    for index in by_rule.get(rule).into_iter().flatten() {
                        let (Some(made), Some(flag)) = (made.get(*index), noticed.get_mut(*index)) else { continue };
                        *flag |= others.max(decision(&part, &case.options, |id| id == made.id, rule)) != wanted;
                    }
                }
            }
        }
        made.into_iter().zip(noticed).map(|(m, noticed)| Tried { key: m.key, rule: m.rule, noticed }).collect()
    }

    /// Puts together what the groups tried, in the order of groups.
    #[must_use]
    pub fn gather(&self, tried: impl IntoIterator<Item = Tried>) -> Mutation {
        let mut order: Vec<(u8, u32, Change, String, String)> = Vec::new();
        let mut all: BTreeMap<(u8, u32, Change, String, String), (Vec<String>, bool)> = BTreeMap::new();
        for one in tried {
            let entry = all.entry(one.key.clone()).or_insert_with(|| {
                order.push(one.key.clone());
                (Vec::new(), false)
            });
            entry.0.push(one.rule);
            entry.1 |= one.noticed;
        }
        let mut out = Mutation { schema: SCHEMA, mutants: all.len(), ..Mutation::default() };
        for key in order {
            let Some((rules, noticed)) = all.remove(&key) else { continue };
            if noticed {
                out.noticed = out.noticed.saturating_add(1);
                continue;
            }
            let (_, _, change, at, became) = key;
            let span = rules.first().and_then(|id| self.span(id));
            out.unnoticed.push(Mutant { rules, change, at, became, span });
        }
        out
    }

    fn span(&self, rule: &str) -> Option<Span> {
        let (pack, key) = rule.split_once('/')?;
        self.compiled.iter().find(|c| c.pack.core.meta.id == pack)?.rule_spans.get(key).copied()
    }
}

/// What rules in a part come to; a variant counts under its rule's own name.
fn decision(part: &Part, options: &Options, counts: impl Fn(&str) -> bool, rule: &str) -> Decision {
    let told = part.told.iter().filter(|t| counts(&t.rule));
    let each = told.map(|t| {
        let id = if t.rule.contains('~') { rule } else { t.rule.as_str() };
        t.status.map_or(options.policy.not_evaluated, |status| options.policy.decides(status, t.severity, id))
    });
    each.max().unwrap_or(Decision::Pass)
}

/// A variant that was made.
struct Made {
    id: String,
    rule: String,
    key: (u8, u32, Change, String, String),
}

struct Maker<'p, 'a> {
    plan: &'p Plan<'a>,
    variants: Variants,
    made: Vec<Made>,
}

/// What a change is of: a rule's own line, an expression, a pattern.
const RULE: u8 = 0;
const EXPR: u8 = 1;
const PATTERN: u8 = 2;

impl Maker<'_, '_> {
    fn rule(&mut self, index: u32) {
        let Some(linked) = self.plan.linked.rules.get(index as usize) else { return };
        self.lines(linked, index);
        for e in self.own_exprs(&linked.rule) {
            self.expr(linked, e);
        }
        self.words(linked);
    }

    fn add(
        &mut self,
        of: &LinkedRule,
        variant: Option<Rule>,
        place: (u8, u32),
        change: Change,
        text: (String, String),
    ) {
        let Some(variant) = variant else { return };
        let id = self.variants.add(of, variant);
        self.made.push(Made { id, rule: of.id.clone(), key: (place.0, place.1, change, text.0, text.1) });
    }

    fn clause(&self, e: ExprId) -> String {
        eval::clause(&self.plan.linked, e)
    }

    /// The rule's own lines: when it applies, contexts, exceptions, dates.
    fn lines(&mut self, linked: &LinkedRule, index: u32) {
        let rule = &linked.rule;
        let place = (RULE, index);
        if let Some(when) = rule.when {
            let text = (self.clause(when), String::new());
            self.add(linked, Some(Rule { when: None, ..rule.clone() }), place, Change::DropWhen, text);
            self.negated(linked, when);
        }
        // A prohibition of words that is negated is no prohibition of words any more.
        match self.plan.linked.exprs.get(rule.body as usize) {
            Some(Node::Says { filter: Some(filter), .. }) if rule.norm == NormKind::Forbid => {
                self.negated(linked, *filter);
            }
            Some(Node::Says { .. }) if rule.norm == NormKind::Forbid => {}
            _ if rule.norm != NormKind::Permit => self.negated(linked, rule.body),
            _ => {}
        }
        for (at, context) in rule.outside.iter().enumerate() {
            let name = self.plan.linked.contexts.get(*context as usize).map_or_else(String::new, |c| c.name.clone());
            let mut variant = rule.clone();
            variant.outside.remove(at);
            self.add(linked, Some(variant), place, Change::DropContext, (name, String::new()));
        }
        for (at, exception) in rule.exceptions.iter().enumerate() {
            let mut variant = rule.clone();
            variant.exceptions.remove(at);
            let name = format!("{} ({})", exception.name, exception.key);
            self.add(linked, Some(variant), place, Change::DropException, (name, String::new()));
            self.negated(linked, exception.raised);
            if let Some(proved) = exception.proved {
                self.negated(linked, proved);
            }
        }
        for step in [-1, 1] {
            if !self.plan.of_law.contains(&rule.valid_from) {
                let from = rule.valid_from.saturating_add(step);
                let variant = Rule { valid_from: from, held_from: rule.held_from.min(from), ..rule.clone() };
                self.add(linked, Some(variant), place, Change::Shift, (format_day(rule.valid_from), format_day(from)));
            }
            if let Some(to) = rule.valid_to.filter(|to| !self.plan.of_law.contains(to)) {
                let variant = Rule { valid_to: Some(to.saturating_add(step)), ..rule.clone() };
                let text = (format_day(to), format_day(to.saturating_add(step)));
                self.add(linked, Some(variant), place, Change::Shift, text);
            }
        }
    }

    fn negated(&mut self, linked: &LinkedRule, e: ExprId) {
        let not = match self.plan.linked.exprs.get(e as usize) {
            Some(Node::Not(inner)) => *inner,
            _ => self.variants.push(Node::Not(e)),
        };
        let text = (self.clause(e), format!("not {}", self.clause(e)));
        let variant = self.variants.replaced(&linked.rule, e, not);
        self.add(linked, variant, (EXPR, e), Change::Negate, text);
    }

    /// The expressions of a rule and of the definitions that the packs under test declare.
    fn own_exprs(&self, rule: &Rule) -> Vec<ExprId> {
        let linked = &self.plan.linked;
        let foreign = |e: &ExprId| {
            let Some(Node::Define(d)) = linked.exprs.get(*e as usize) else { return Vec::new() };
            if self.plan.own[1].get(*d as usize) == Some(&true) {
                return Vec::new();
            }
            let body = linked.defines.get(*d as usize).map(|d| d.body);
            body.map(|body| reached(linked, &Rule { when: None, body, exceptions: Vec::new(), ..rule.clone() }))
                .unwrap_or_default()
        };
        let all = reached(linked, rule);
        let left_out: Vec<ExprId> = all.iter().flat_map(foreign).collect();
        all.into_iter().filter(|e| !left_out.contains(e)).collect()
    }

    fn expr(&mut self, linked: &LinkedRule, e: ExprId) {
        let Some(node) = self.plan.linked.exprs.get(e as usize).cloned() else { return };
        let here = self.clause(e);
        let replace = |maker: &mut Self, change: Change, node: Node, text: (String, String)| {
            let new = maker.variants.push(node);
            let variant = maker.variants.replaced(&linked.rule, e, new);
            maker.add(linked, variant, (EXPR, e), change, text);
        };
        match node {
            Node::And(all) | Node::Or(all) if all.len() > 1 => {
                let and = matches!(self.plan.linked.exprs.get(e as usize), Some(Node::And(_)));
                for (at, operand) in all.iter().enumerate() {
                    let mut rest = all.clone();
                    rest.remove(at);
                    let text = (self.clause(*operand), format!("… {here}"));
                    replace(self, Change::DropOperand, if and { Node::And(rest) } else { Node::Or(rest) }, text);
                }
            }
            Node::Not(inner) => {
                let text = (here.clone(), self.clause(inner));
                let variant = self.variants.replaced(&linked.rule, e, inner);
                self.add(linked, variant, (EXPR, e), Change::Negate, text);
            }
            Node::Cmp(op, a, b) => {
                let (to, sign) = match op {
                    CmpOp::Lt => (CmpOp::Le, "<="),
                    CmpOp::Le => (CmpOp::Lt, "<"),
                    CmpOp::Gt => (CmpOp::Ge, ">="),
                    CmpOp::Ge => (CmpOp::Gt, ">"),
                    CmpOp::Eq => (CmpOp::Ne, "!="),
                    CmpOp::Ne => (CmpOp::Eq, "=="),
                };
                let text = (here, format!("{} {sign} {}", self.clause(a), self.clause(b)));
                replace(self, Change::Compare, Node::Cmp(to, a, b), text);
            }
            Node::Const(constant) => {
                for shifted in shifted(&constant) {
                    let new = self.variants.push(Node::Const(shifted));
                    let became = eval::clause(&self.variants.linked, new);
                    let variant = self.variants.replaced(&linked.rule, e, new);
                    self.add(linked, variant, (EXPR, e), Change::Shift, (here.clone(), became));
                }
            }
            Node::Every { var, list, body } => {
                let text = (here, "some …".to_owned());
                replace(self, Change::Quantifier, Node::Some { var, list, body }, text);
            }
            Node::Some { var, list, body } => {
                let text = (here, "every …".to_owned());
                replace(self, Change::Quantifier, Node::Every { var, list, body }, text);
            }
            Node::In(path, members) if members.len() > 1 => {
                for (at, member) in members.iter().enumerate().take(EACH) {
                    let mut rest = members.clone();
                    rest.remove(at);
                    let name = match member {
                        Const::Member { key, .. } => self.plan.linked.name(*key).to_owned(),
                        Const::Text(text) => text.clone(),
                        _ => at.to_string(),
                    };
                    replace(self, Change::DropMember, Node::In(path.clone(), rest), (name, format!("… {here}")));
                }
            }
            Node::Says { patterns, places, filter } if patterns.len() > 1 => {
                for (at, pattern) in patterns.iter().enumerate().take(EACH) {
                    let mut rest = patterns.clone();
                    rest.remove(at);
                    let name = self.pattern_name(*pattern);
                    let node = Node::Says { patterns: rest, places: places.clone(), filter };
                    replace(self, Change::DropPattern, node, (name, String::new()));
                }
            }
            Node::States { patterns, places } if patterns.len() > 1 => {
                for (at, pattern) in patterns.iter().enumerate().take(EACH) {
                    let mut rest = patterns.clone();
                    rest.remove(at);
                    let name = self.pattern_name(*pattern);
                    let node = Node::States { patterns: rest, places: places.clone() };
                    replace(self, Change::DropPattern, node, (name, String::new()));
                }
            }
            _ => {}
        }
    }

    fn pattern_name(&self, p: Ref) -> String {
        self.plan.linked.patterns.get(p as usize).map_or_else(String::new, |p| p.name.clone())
    }

    /// Branches of patterns, and words that an example of the rule uses.
    fn words(&mut self, linked: &LinkedRule) {
        // Of a lawful example no word has to be found.
        let found = |(id, expected): &(String, Expected)| {
            *id == linked.id && !matches!(expected, Expected::Lawful | Expected::None)
        };
        let cases = self.plan.cases.iter().filter(|c| c.expects.iter().any(found));
        let texts: Vec<String> = cases.map(|c| c.subject.to_string()).collect();
        for p in patterns(&self.plan.linked, &linked.rule) {
            if self.plan.own[0].get(p as usize) != Some(&true) {
                continue;
            }
            let Some(pattern) = self.plan.linked.patterns.get(p as usize).cloned() else { continue };
            for (at, node) in pattern.nodes.iter().enumerate() {
                match node {
                    PatNode::Alt(parts) if parts.len() > 1 => {
                        for (branch, part) in parts.iter().enumerate().take(EACH) {
                            let mut rest = parts.clone();
                            rest.remove(branch);
                            let text = (
                                super::coverage::branch(&self.plan.linked, &pattern.nodes, *part),
                                pattern.name.clone(),
                            );
                            self.with_node(linked, p, at, PatNode::Alt(rest), Change::DropBranch, text);
                        }
                    }
                    PatNode::Words(words) if words.len() > 1 => {
                        let used = |w: &u32| {
                            let word = self.plan.linked.words.get(*w as usize);
                            word.is_some_and(|w| texts.iter().any(|text| text.contains(&w.text)))
                        };
                        let chosen: Vec<u32> = words.iter().copied().filter(used).take(EACH).collect();
                        for word in chosen {
                            let rest = words.iter().copied().filter(|w| *w != word).collect();
                            let name =
                                self.plan.linked.words.get(word as usize).map_or_else(String::new, |w| w.text.clone());
                            let text = (name, pattern.name.clone());
                            self.with_node(linked, p, at, PatNode::Words(rest), Change::DropWord, text);
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn with_node(
        &mut self,
        linked: &LinkedRule,
        p: Ref,
        at: usize,
        node: PatNode,
        change: Change,
        text: (String, String),
    ) {
        let Some(mut nodes) = self.plan.linked.patterns.get(p as usize).map(|p| p.nodes.clone()) else { return };
        let Some(place) = nodes.get_mut(at) else { return };
        *place = node;
        let variant = self.variants.with_pattern(&linked.rule, p, nodes);
        self.add(linked, variant, (PATTERN, p), change, text);
    }
}

/// A constant, one less and one more.
fn shifted(constant: &Const) -> Vec<Const> {
    let by = |step: i64| -> Option<Const> {
        let small = i32::try_from(step).ok()?;
        Some(match constant {
            Const::Number(n) => {
                let mut n = *n;
                n.units = n.units.checked_add(step)?;
                Const::Number(n)
            }
            Const::Date(d) => Const::Date(d.checked_add(small)?),
            Const::Duration { months, days, seconds } if *days != 0 => {
                Const::Duration { months: *months, days: days.checked_add(small)?, seconds: *seconds }
            }
            Const::Duration { months, days, seconds } if *months != 0 => {
                Const::Duration { months: months.checked_add(small)?, days: *days, seconds: *seconds }
            }
            Const::Duration { months, days, seconds } => {
                Const::Duration { months: *months, days: *days, seconds: seconds.checked_add(step)? }
            }
            Const::WorkingDays(n) => Const::WorkingDays(u16::try_from(i64::from(*n).checked_add(step)?).ok()?),
            _ => return None,
        })
    };
    [by(-1), by(1)].into_iter().flatten().collect()
}

impl Mutation {
    /// One line of JSON.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Mutant {
    /// The change in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let with = if self.became.is_empty() { self.at.clone() } else { format!("{} → {}", self.at, self.became) };
        about(self.change.named(), &with)
    }
}
