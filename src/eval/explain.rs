//! The slow pass, only where the outcome is reported: which facts are missing, which presumptions and words decided, and the
//! clause tree. It follows the operands that made the result what it is.

use super::date::format_day;
use super::expr::{Eval, MAX_NESTING, Var};
use super::facts::{Fact, MissingFact};
use super::prepare::Prepared;
use super::value::{Truth, Val};
use super::words::Hit;
use crate::pack::calendar::Counted;
use crate::pack::model::{ExprId, Node, Path, Ref};
use crate::report::{Given, Why};
use crate::syntax::tree::ArithOp;
use std::collections::BTreeSet;

/// Most elements of a list that the clause tree shows.
const SHOWN: usize = 8;

/// What decided an outcome.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    pub missing: BTreeSet<MissingFact>,
    pub hits: Vec<Hit>,
    /// It rests on a match that needed an uncertain fold.
    pub uncertain: bool,
    pub presumptions: BTreeSet<u32>,
}

impl<'e> Eval<'e> {
    /// Explains a condition. `why`: also build the clause tree.
    pub fn explain(&mut self, e: ExprId, trace: &mut Trace, why: bool) -> Option<Why> {
        if self.depth >= MAX_NESTING {
            return None;
        }
        self.depth = self.depth.saturating_add(1);
        let out = self.explain_node(e, trace, why);
        self.depth = self.depth.saturating_sub(1);
        out
    }

    fn explain_node(&mut self, e: ExprId, trace: &mut Trace, why: bool) -> Option<Why> {
        let result = self.truth(e);
        let p: &'e Prepared = self.g.p;
        let node = p.linked.exprs.get(e as usize)?;
        if !self.tick() {
            return None;
        }
        let mut out = why.then(|| Why {
            clause: super::render::clause(&p.linked, e),
            value: result.name(),
            given: Vec::new(),
            presumed: None,
            of: Vec::new(),
        });
        let mut add = |child: Option<Why>| {
            if let (Some(out), Some(child)) = (&mut out, child) {
                out.of.push(child);
            }
        };
        match node {
            Node::Not(a) => add(self.explain(*a, trace, why)),
            Node::And(es) => {
                for a in es {
                    if result != Truth::False || self.truth(*a) == Truth::False {
                        add(self.explain(*a, trace, why));
                    }
                }
            }
            Node::Or(es) => {
                // One certain operand suffices.
                let (before, mut all) = (trace.uncertain, true);
                for a in es {
                    if self.truth(*a) == result {
                        trace.uncertain = false;
                        add(self.explain(*a, trace, why));
                        all &= trace.uncertain;
                    }
                }
                trace.uncertain = before || all && result == Truth::True;
            }
            Node::Every { var, list, body } | Node::Some { var, list, body } => {
                self.explain_list((*var, list, *body), result, trace, add, why);
            }
            Node::Define(d) => {
                let body = p.linked.defines.get(*d as usize)?.body;
                if self.truth(body) == Truth::Unknown && result != Truth::Unknown {
                    let presumed = self.presumed(*d);
                    trace.presumptions.extend(presumed);
                    if let (Some(out), Some(index)) = (&mut out, presumed) {
                        out.presumed = p.linked.presumptions.get(index as usize).map(|p| p.key.clone());
                    }
                } else {
                    add(self.explain(body, trace, why));
                }
            }
            Node::Says { patterns, places, filter } => {
                self.explain_says((patterns, places, *filter), result, trace, add, why);
            }
            Node::States { patterns, .. } if result == Truth::Unknown => {
                trace.missing.extend(patterns.first().map(|p| MissingFact::Statement(*p)));
            }
            Node::Holds(_) if result == Truth::Unknown => {
                trace.missing.insert(MissingFact::Evidence);
            }
            _ => {
                let mut given = Vec::new();
                self.read(e, result, trace, why.then_some(&mut given));
                if let Some(out) = &mut out {
                    out.given = given;
                }
            }
        }
        out
    }

    fn explain_list(
        &mut self,
        (var, list, body): (u16, &'e Path, ExprId),
        result: Truth,
        trace: &mut Trace,
        mut add: impl FnMut(Option<Why>),
        why: bool,
    ) {
        let items: Vec<&'e Fact<'e>> = match self.fact(list) {
            Some(Fact::List(items)) => items.iter().collect(),
            Some(Fact::Missing) => {
                trace.missing.insert(self.missing(list));
                return;
            }
            Some(_) => return,
            None => self.collect(list),
        };
        let mut shown = 0usize;
        for fact in items {
            if matches!(fact, Fact::Missing) {
                trace.missing.insert(self.missing(list));
                continue;
            }
            let shows = why && shown < SHOWN;
            let child = self.bound(var, Var { fact, list }, |eval| {
                (eval.truth(body) == result).then(|| eval.explain(body, trace, shows))
            });
            if let Some(child) = child {
                shown = shown.saturating_add(1);
                add(child);
            }
        }
    }

    fn explain_says(
        &mut self,
        (patterns, places, filter): (&'e [Ref], &'e [Path], Option<ExprId>),
        result: Truth,
        trace: &mut Trace,
        mut add: impl FnMut(Option<Why>),
        why: bool,
    ) {
        if result == Truth::False {
            return;
        }
        let words = self.g.words;
        let ranges = self.ranges(places);
        let (mut any, mut certain) = (false, false);
        let mut first = true;
        for hit in patterns.iter().flat_map(|p| words.of(*p)) {
            if !self.live(hit.pattern) {
                continue;
            }
            if !self.tick() {
                return;
            }
            if !self.admits(*hit, ranges.as_deref()) || self.counts(*hit, filter) != result {
                continue;
            }
            any = true;
            certain |= !hit.uncertain;
            trace.hits.push(*hit);
            if let Some(f) = filter {
                let child = self.at_hit(*hit, |eval| eval.explain(f, trace, why && first));
                add(child);
                first = false;
            }
        }
        trace.uncertain |= result == Truth::True && any && !certain;
        if result == Truth::Unknown && !any {
            self.missing_words(places, trace);
        }
    }

    /// The words that would have to be read.
    pub fn missing_words(&self, places: &[Path], trace: &mut Trace) {
        if places.is_empty() {
            trace.missing.extend(self.g.facts.missing_words.iter().cloned());
        }
        for place in places.iter().filter(|p| self.place_missing(p)) {
            trace.missing.insert(self.missing(place));
        }
    }

    /// What a leaf read: missing facts where it is unknown, and the values.
    fn read(&mut self, e: ExprId, result: Truth, trace: &mut Trace, mut given: Option<&mut Vec<Given>>) {
        let p: &'e Prepared = self.g.p;
        match p.linked.exprs.get(e as usize) {
            Some(Node::Path(path) | Node::In(path, _) | Node::Has(path) | Node::Aggregate(_, path)) => {
                let absent = match self.fact(path) {
                    Some(fact) => matches!(fact, Fact::Missing),
                    None => self.collect(path).iter().any(|f| matches!(f, Fact::Missing)),
                } || matches!((p.linked.exprs.get(e as usize), self.fact(path)),
                    (Some(Node::Aggregate(..)), Some(Fact::List(items))) if items.iter().any(|f| matches!(f, Fact::Missing)));
                if absent && result == Truth::Unknown {
                    trace.missing.insert(self.missing(path));
                }
                if let Some(given) = given {
                    let fact = super::render::path(&p.linked, path);
                    let value = match (p.linked.exprs.get(e as usize), self.fact(path)) {
                        (Some(Node::Aggregate(..)), _) => self.show(&self.value_of(e)),
                        (_, Some(fact)) => self.show_fact(fact),
                        (_, None) => "[…]".to_owned(),
                    };
                    given.push(Given { fact, value });
                }
            }
            Some(Node::Cmp(_, a, b) | Node::Arith(_, a, b)) => {
                if let Some(Node::Arith(op, ..)) = p.linked.exprs.get(e as usize)
                    && let (Val::Date(day), Val::WorkingDays(by)) = (self.value(*a), self.value(*b))
                    && let by = if *op == ArithOp::Sub { by.saturating_neg() } else { by }
                    && let Counted::NotHeld(day) = p.linked.working_days(day, by)
                    && result == Truth::Unknown
                {
                    trace.missing.insert(MissingFact::Calendar(day));
                }
                self.read(*a, result, trace, given.as_deref_mut());
                self.read(*b, result, trace, given);
            }
            Some(Node::Given(_) | Node::Capture(_)) => {
                let value = self.value(e);
                if let Some(given) = given {
                    given.push(Given { fact: super::render::clause(&p.linked, e), value: self.show(&value) });
                }
            }
            // A condition as a value: `is-drug == true`.
            Some(Node::Define(_) | Node::Not(_) | Node::And(_) | Node::Or(_)) => {
                self.explain(e, trace, false);
            }
            _ => {}
        }
    }

    fn value_of(&self, e: ExprId) -> Val<'e> {
        // Aggregates need no state but the variables that are bound.
        match self.g.p.linked.exprs.get(e as usize) {
            Some(Node::Aggregate(aggregate, path)) => self.aggregate(*aggregate, path),
            _ => Val::Unknown,
        }
    }

    fn show_fact(&self, fact: &Fact) -> String {
        match fact {
            Fact::List(items) => format!("[{}]", items.len()),
            Fact::Record(_) => "{…}".to_owned(),
            Fact::Copy { count, .. } if *count != 1 => format!("[{count}]"),
            other => self.show(&other.val(&self.g.facts.segments)),
        }
    }

    fn show(&self, value: &Val) -> String {
        match value {
            Val::Unknown => "unknown".to_owned(),
            Val::Error => "error".to_owned(),
            Val::Null => "null".to_owned(),
            Val::Bool(b) => b.to_string(),
            Val::Number(n) => n.to_string(),
            Val::Date(d) => format_day(*d),
            Val::Moment(m) => format!("{} ({} s)", format_day(m.day()), m.utc),
            Val::Period(p) => super::render::period(p.months, p.days, p.seconds),
            Val::WorkingDays(days) => format!("{days} working days"),
            Val::Text(t) => {
                let mut short: String = t.chars().take(60).collect();
                if short.len() < t.len() {
                    short.push('…');
                }
                format!("\"{short}\"")
            }
            Val::Member(ty, index) => super::render::member(&self.g.p.linked, *ty, *index),
        }
    }
}
