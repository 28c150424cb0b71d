//! The fast pass: the truth of a condition, and nothing else. Total, bounded by work units and depth.
//!
//! What is missing is unknown; what overflows, does not fit or exceeds a bound is unknown too and sets [`Eval::error`] or
//! [`Eval::limited`], so that a rule whose outcome hangs on it is told as not evaluated.

use super::facts::{Fact, Facts, MissingFact, Record};
use super::options::{Conduct, Options};
use super::prepare::{GoodsPlan, Prepared, bit, flag};
use super::utterance::Utterances;
use super::value::{Period, Truth, Val, arithmetic, compare};
use super::words::{Hit, Words};
use crate::pack::calendar::Counted;
use crate::pack::decimal::Decimal;
use crate::pack::model::{Const, Day, ExprId, Node, Path, Ref, Root};
use crate::syntax::tree::{Aggregate, ArithOp, CmpOp, Given};

/// Deepest nesting, definitions followed.
pub(super) const MAX_NESTING: u16 = 200;
/// Products beyond this many share no cache.
const CACHED_PRODUCTS: u32 = 15;

/// What a check evaluates against.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'e> {
    pub p: &'e Prepared,
    pub facts: &'e Facts<'e>,
    pub speech: &'e Utterances<'e>,
    pub words: &'e Words<'e>,
    pub options: &'e Options,
    pub conduct: Conduct,
}

/// The goods under judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goods {
    /// The subject, or its one record of goods.
    Own,
    /// One of a list.
    Product(u32),
    /// Nothing is known of them.
    Unknown,
}

/// A bound variable: its value and the list it runs through.
#[derive(Clone, Copy)]
pub(super) struct Var<'e> {
    pub fact: &'e Fact<'e>,
    pub list: &'e Path,
}

/// The state of an evaluation.
pub(crate) struct Eval<'e> {
    pub g: Ground<'e>,
    pub goods: Goods,
    /// The match under judgement.
    pub hit: Option<Hit>,
    /// The matches on which a rule judged as a whole rests, for its exceptions.
    pub hits: Vec<Hit>,
    /// Contexts in which words are no claim.
    pub outside: &'e [Ref],
    /// The part of the conduct in which the rule is in force.
    pub window: Conduct,
    /// Whether softening presumptions count.
    pub soft: bool,
    /// Whether words count that lower layers add.
    pub added: bool,
    pub error: bool,
    pub limited: bool,
    /// Presumptions that decided something.
    pub used: Vec<bool>,
    pub(super) vars: Vec<Option<Var<'e>>>,
    pub(super) depth: u16,
    rule_work: u64,
    work: u64,
    cache: Vec<u8>,
    /// What conditions came to, where somebody wants to know: for the coverage of a pack's own tests.
    pub seen: Option<Box<Seen>>,
}

/// Which truth values were seen: bit 0 false, bit 1 unknown, bit 2 true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// By expression.
    pub exprs: Vec<u8>,
    /// By context.
    pub contexts: Vec<u8>,
}

impl Seen {
    pub fn mark(list: &mut [u8], index: u32, truth: Truth) {
        if let Some(bits) = list.get_mut(index as usize) {
            *bits |= match truth {
                Truth::False => 1,
                Truth::Unknown => 2,
                Truth::True => 4,
            };
        }
    }
}

static MISSING: Fact<'static> = Fact::Missing;

impl<'e> Eval<'e> {
    pub fn new(g: Ground<'e>) -> Self {
        let cells = g.p.linked.defines.len().saturating_mul((CACHED_PRODUCTS as usize).saturating_add(1));
        Self {
            g,
            goods: Goods::Unknown,
            hit: None,
            hits: Vec::new(),
            outside: &[],
            window: g.conduct,
            soft: true,
            added: false,
            error: false,
            limited: false,
            used: vec![false; g.p.linked.presumptions.len()],
            vars: Vec::new(),
            depth: 0,
            rule_work: 0,
            work: 0,
            cache: vec![0; cells.saturating_mul(2)],
            seen: None,
        }
    }

    /// Before each rule.
    pub fn start(&mut self, outside: &'e [Ref], window: Conduct) {
        self.work = self.work.saturating_add(self.rule_work);
        self.rule_work = 0;
        self.outside = outside;
        self.window = window;
        self.hit = None;
        self.hits.clear();
        self.soft = true;
        self.error = false;
        self.limited = false;
    }

    /// Whether a pattern counts: one with added words does where they do, while the packs that add them are valid.
    pub(super) fn live(&self, pattern: Ref) -> bool {
        let linked = &self.g.p.linked;
        !linked.is_added(pattern)
            || self.added
                && linked.added(pattern).iter().all(|e| {
                    let pack = linked.extensions.get(*e as usize).and_then(|e| linked.packs.get(e.pack as usize));
                    pack.is_some_and(|p| p.meta.counts(self.window.from, self.window.to))
                })
    }

    /// Counts a work unit; `false` when there is none left.
    pub fn tick(&mut self) -> bool {
        let limits = &self.g.options.limits;
        if self.rule_work >= limits.rule_work || self.work.saturating_add(self.rule_work) >= limits.work {
            self.limited = true;
            return false;
        }
        self.rule_work = self.rule_work.saturating_add(1);
        true
    }

    /// The goods that the rule may be about.
    pub fn candidates(&self) -> Vec<Goods> {
        let plan = self.g.p.kinds.get(self.g.facts.kind).map_or(GoodsPlan::None, |k| k.goods);
        match plan {
            GoodsPlan::Subject | GoodsPlan::Record { .. } => vec![Goods::Own],
            GoodsPlan::None => vec![Goods::Unknown],
            GoodsPlan::List { slot } => match self.field_of_subject(slot) {
                Fact::List(items) => {
                    let known = (0u32..).zip(items).filter(|(_, f)| matches!(f, Fact::Record(_)));
                    let list: Vec<Goods> = known.map(|(i, _)| Goods::Product(i)).collect();
                    if list.is_empty() { vec![Goods::Unknown] } else { list }
                }
                _ => vec![Goods::Unknown],
            },
        }
    }

    fn field_of_subject(&self, slot: u16) -> &'e Fact<'e> {
        match &self.g.facts.root {
            Fact::Record(r) => r.fields.get(usize::from(slot)).unwrap_or(&MISSING),
            _ => &MISSING,
        }
    }

    fn root(&self, root: Root) -> &'e Fact<'e> {
        let plan = self.g.p.kinds.get(self.g.facts.kind).map_or(GoodsPlan::None, |k| k.goods);
        match (root, plan, self.goods) {
            (Root::Subject, ..) | (Root::Goods, GoodsPlan::Subject, _) => &self.g.facts.root,
            (Root::Goods, GoodsPlan::Record { slot }, _) => self.field_of_subject(slot),
            (Root::Goods, GoodsPlan::List { slot }, Goods::Product(index)) => match self.field_of_subject(slot) {
                Fact::List(items) => items.get(index as usize).unwrap_or(&MISSING),
                _ => &MISSING,
            },
            (Root::Goods, ..) => &MISSING,
            (Root::Var(slot), ..) => self.vars.get(usize::from(slot)).copied().flatten().map_or(&MISSING, |v| v.fact),
        }
    }

    /// The fact at the end of a path, or `None` where the path passes through a list.
    pub(super) fn fact(&self, path: &Path) -> Option<&'e Fact<'e>> {
        let mut fact = self.root(path.root);
        for step in &path.steps {
            fact = match fact {
                Fact::Record(r) => self.step(r, *step),
                Fact::Missing | Fact::Null => return Some(fact),
                Fact::List(_) => return None,
                _ => return Some(&MISSING),
            };
        }
        Some(fact)
    }

    fn step(&self, record: &'e Record<'e>, name: u32) -> &'e Fact<'e> {
        self.g.p.slot(record.ty, name).and_then(|s| record.fields.get(usize::from(s))).unwrap_or(&MISSING)
    }

    /// Every fact at the end of a path, lists opened; a list that is missing counts as one missing fact.
    pub(super) fn collect(&self, path: &Path) -> Vec<&'e Fact<'e>> {
        let mut now = vec![self.root(path.root)];
        for step in path.steps.iter().map(Some).chain([None]) {
            let mut next = Vec::new();
            for fact in now {
                match (fact, step) {
                    (Fact::List(items), Some(step)) => next.extend(items.iter().map(|f| match f {
                        Fact::Record(r) => self.step(r, *step),
                        other => other,
                    })),
                    (Fact::List(items), None) => next.extend(items),
                    (Fact::Record(r), Some(step)) => next.push(self.step(r, *step)),
                    (other, _) => next.push(other),
                }
            }
            now = next;
        }
        now
    }

    /// The slots that a path passes, from the subject, for telling what is missing.
    pub(super) fn missing(&self, path: &Path) -> MissingFact {
        let Some(kind) = self.g.p.kinds.get(self.g.facts.kind) else { return MissingFact::Foreign(path.clone()) };
        let mut slots = match (path.root, kind.goods) {
            (Root::Subject, _) | (Root::Goods, GoodsPlan::Subject) => Vec::new(),
            (Root::Goods, GoodsPlan::List { slot } | GoodsPlan::Record { slot }) => vec![slot],
            (Root::Goods, GoodsPlan::None) => return MissingFact::Foreign(path.clone()),
            (Root::Var(slot), _) => match self.vars.get(usize::from(slot)).copied().flatten() {
                // Variables are bound from the outside in, and a list never starts at its own variable.
                Some(v) if v.list.root != path.root => match self.missing(v.list) {
                    MissingFact::Field(slots) => slots,
                    other => return other,
                },
                _ => return MissingFact::Foreign(path.clone()),
            },
        };
        let mut ty = kind.ty;
        for slot in &slots {
            ty = self.g.p.field_record(ty, *slot).unwrap_or(Ref::MAX);
        }
        for step in &path.steps {
            let Some(slot) = self.g.p.slot(ty, *step) else { return MissingFact::Foreign(path.clone()) };
            slots.push(slot);
            ty = self.g.p.field_record(ty, slot).unwrap_or(Ref::MAX);
        }
        MissingFact::Field(slots)
    }

    fn failed(&mut self) -> Truth {
        self.error = true;
        Truth::Unknown
    }

    /// The truth of a condition.
    pub fn truth(&mut self, e: ExprId) -> Truth {
        if self.depth >= MAX_NESTING || !self.tick() {
            self.limited = true;
            return Truth::Unknown;
        }
        self.depth = self.depth.saturating_add(1);
        let result = self.truth_of(e);
        self.depth = self.depth.saturating_sub(1);
        if let Some(seen) = &mut self.seen {
            Seen::mark(&mut seen.exprs, e, result);
        }
        result
    }

    fn truth_of(&mut self, e: ExprId) -> Truth {
        let p: &'e Prepared = self.g.p;
        let Some(node) = p.linked.exprs.get(e as usize) else { return self.failed() };
        match node {
            Node::Const(Const::Bool(b)) => Truth::known(*b),
            Node::Path(path) => match self.scalar(path) {
                Val::Bool(b) => Truth::known(b),
                Val::Null => Truth::False,
                Val::Unknown => Truth::Unknown,
                _ => self.failed(),
            },
            Node::Not(e) => !self.truth(*e),
            Node::And(es) => {
                let mut all = Truth::True;
                for e in es {
                    all = all.and(self.truth(*e));
                    if all == Truth::False {
                        break;
                    }
                }
                all
            }
            Node::Or(es) => {
                let mut any = Truth::False;
                for e in es {
                    any = any.or(self.truth(*e));
                    if any == Truth::True {
                        break;
                    }
                }
                any
            }
            Node::Cmp(op, a, b) => {
                let (a, b) = (self.value(*a), self.value(*b));
                compare(*op, &a, &b).unwrap_or_else(|| self.failed())
            }
            Node::In(path, _) => self.is_in(e, path),
            Node::Has(path) => self.has(path),
            Node::Every { var, list, body } => self.over(*var, list, |eval| eval.truth(*body), Truth::True),
            Node::Some { var, list, body } => !self.over(*var, list, |eval| !eval.truth(*body), Truth::True),
            Node::Says { patterns, places, filter } => self.says(patterns, places, *filter),
            Node::States { patterns, places } => self.states(patterns, places),
            Node::Near(context) => self.near(*context),
            Node::Holds(kind) => self.holds(kind),
            Node::Define(d) => self.define(*d),
            Node::Const(_) | Node::Arith(..) | Node::Aggregate(..) | Node::Given(_) | Node::Capture(_) => self.failed(),
        }
    }

    /// Kleene's conjunction over a list; what is missing is unknown, none is the same as empty.
    fn over(&mut self, var: u16, list: &'e Path, body: impl Fn(&mut Self) -> Truth, empty: Truth) -> Truth {
        let items: Vec<&'e Fact<'e>> = match self.fact(list) {
            Some(Fact::List(items)) => items.iter().collect(),
            Some(Fact::Null) => Vec::new(),
            Some(Fact::Missing) => return Truth::Unknown,
            Some(_) => return self.failed(),
            None => self.collect(list),
        };
        let mut all = empty;
        for fact in items {
            let item =
                if matches!(fact, Fact::Missing) { Truth::Unknown } else { self.bound(var, Var { fact, list }, &body) };
            all = all.and(item);
            if all == Truth::False || self.limited {
                break;
            }
        }
        all
    }

    /// Evaluates with a variable bound.
    pub(super) fn bound<T>(&mut self, var: u16, value: Var<'e>, body: impl FnOnce(&mut Self) -> T) -> T {
        let slot = usize::from(var);
        if self.vars.len() <= slot {
            self.vars.resize(slot.saturating_add(1), None);
        }
        let before = self.vars.get_mut(slot).and_then(|v| v.replace(value));
        let result = body(self);
        if let Some(v) = self.vars.get_mut(slot) {
            *v = before;
        }
        result
    }

    fn scalar(&mut self, path: &Path) -> Val<'e> {
        match self.fact(path) {
            Some(fact) => fact.val(&self.g.facts.segments),
            None => Val::Error,
        }
    }

    fn is_in(&mut self, e: ExprId, path: &Path) -> Truth {
        match self.fact(path) {
            Some(Fact::List(_)) | None => {
                let mut any = Truth::False;
                for fact in self.collect(path) {
                    any = any.or(self.value_in(e, &fact.val(&self.g.facts.segments)));
                }
                any
            }
            Some(fact) => self.value_in(e, &fact.val(&self.g.facts.segments)),
        }
    }

    fn value_in(&mut self, e: ExprId, value: &Val) -> Truth {
        let Some(set) = self.g.p.in_sets.get(e as usize).and_then(Option::as_ref) else { return self.failed() };
        match value {
            Val::Unknown => Truth::Unknown,
            Val::Null => Truth::False,
            Val::Error => self.failed(),
            Val::Member(ty, index) => Truth::known(set.members.iter().any(|(t, bits)| t == ty && bit(bits, *index))),
            _ => {
                let same = |c: &Const| compare(CmpOp::Eq, value, &constant(self.g.p, c)) == Some(Truth::True);
                Truth::known(set.others.iter().any(same))
            }
        }
    }

    fn has(&mut self, path: &Path) -> Truth {
        let one = |fact: &Fact| match fact {
            Fact::Missing => Truth::Unknown,
            Fact::Null => Truth::False,
            _ => Truth::True,
        };
        match self.fact(path) {
            Some(fact) => one(fact),
            None => self.collect(path).into_iter().fold(Truth::True, |all, f| all.and(one(f))),
        }
    }

    /// Evidence of the kind that is valid during the conduct; a bound that is not stated is no bound.
    fn holds(&mut self, kind: &str) -> Truth {
        let Some(evidence) = &self.g.facts.evidence else { return Truth::Unknown };
        let valid = evidence.iter().any(|e| {
            e.kind == kind
                && e.valid_from.is_none_or(|d| d <= self.window.from)
                && e.valid_to.is_none_or(|d| d >= self.window.to)
        });
        Truth::known(valid)
    }

    fn define(&mut self, d: Ref) -> Truth {
        let p: &'e Prepared = self.g.p;
        let Some(define) = p.linked.defines.get(d as usize) else { return self.failed() };
        let flags = p.define_flags.get(d as usize).copied().unwrap_or(0);
        let cell = self.cell(d, flags);
        match cell.and_then(|c| self.cache.get(c)) {
            Some(1) => return Truth::False,
            Some(2) => return Truth::Unknown,
            Some(3) => return Truth::True,
            _ => {}
        }
        let (error, limited) = (self.error, self.limited);
        self.error = false;
        let mut result = self.truth(define.body);
        if result == Truth::Unknown
            && !self.limited
            && let Some(index) = self.presumed(d)
        {
            if let Some(used) = self.used.get_mut(index as usize) {
                *used = true;
            }
            result = Truth::known(p.linked.presumptions.get(index as usize).is_some_and(|p| p.value));
        }
        if !self.limited
            && !self.error
            && let Some(place) = cell.and_then(|c| self.cache.get_mut(c))
        {
            *place = match result {
                Truth::False => 1,
                Truth::Unknown => 2,
                Truth::True => 3,
            };
        }
        self.error |= error;
        self.limited |= limited;
        result
    }

    /// The presumption that gives a definition its value where it is unknown.
    pub(super) fn presumed(&mut self, d: Ref) -> Option<u32> {
        let p: &'e Prepared = self.g.p;
        for index in p.presumed.get(d as usize)? {
            let Some(presumption) = p.linked.presumptions.get(*index as usize) else { continue };
            if presumption.softens && !self.soft {
                continue;
            }
            let unless = self.unless(presumption.unless);
            if unless != Truth::True {
                return Some(*index);
            }
        }
        None
    }

    /// Whether what speaks against a presumption is there. What a rule excludes is no part of it.
    fn unless(&mut self, unless: Option<ExprId>) -> Truth {
        let outside = std::mem::take(&mut self.outside);
        let truth = unless.map_or(Truth::False, |e| self.truth(e));
        self.outside = outside;
        truth
    }

    /// Whether a condition rests on a definition that is unknown because something speaks against what would be presumed of it.
    pub(super) fn contested(&mut self, e: ExprId) -> bool {
        let p: &'e Prepared = self.g.p;
        let Some(node) = p.linked.exprs.get(e as usize).filter(|_| self.tick()) else { return false };
        if let Node::Define(d) = node {
            if self.define(*d) == Truth::Unknown {
                let about = p.presumed.get(*d as usize).map_or(&[][..], Vec::as_slice);
                let about = about.iter().filter_map(|index| p.linked.presumptions.get(*index as usize));
                if about.into_iter().any(|presumption| self.unless(presumption.unless) == Truth::True) {
                    return true;
                }
            }
            return p.linked.defines.get(*d as usize).is_some_and(|define| self.contested(define.body));
        }
        node.operands().into_iter().any(|operand| self.contested(operand))
    }

    /// The cache cell of a definition, where its value does not depend on the rule.
    fn cell(&self, d: Ref, flags: u8) -> Option<usize> {
        if flags & flag::WORDS != 0 && !self.outside.is_empty()
            || flags & flag::DATES != 0 && self.window != self.g.conduct
            || flags & flag::ADDED != 0
        {
            return None;
        }
        let goods = match self.goods {
            Goods::Product(k) if flags & (flag::GOODS | flag::WORDS) != 0 => {
                if k >= CACHED_PRODUCTS {
                    return None;
                }
                k.saturating_add(1)
            }
            _ => 0,
        };
        let per_define = (CACHED_PRODUCTS as usize).saturating_add(1);
        let at = (d as usize).saturating_mul(per_define).saturating_add(goods as usize);
        Some(at.saturating_mul(2).saturating_add(usize::from(self.soft)))
    }

    /// The value of an expression.
    pub fn value(&mut self, e: ExprId) -> Val<'e> {
        let p: &'e Prepared = self.g.p;
        match p.linked.exprs.get(e as usize) {
            Some(Node::Const(c)) => constant(p, c),
            Some(Node::Path(path)) => self.scalar(path),
            Some(Node::Arith(op, a, b)) => {
                if self.depth >= MAX_NESTING || !self.tick() {
                    self.limited = true;
                    return Val::Unknown;
                }
                self.depth = self.depth.saturating_add(1);
                let (a, b) = (self.value(*a), self.value(*b));
                self.depth = self.depth.saturating_sub(1);
                match (op, a, b) {
                    (ArithOp::Add, Val::Date(day), Val::WorkingDays(by)) => self.worked(day, by),
                    (ArithOp::Sub, Val::Date(day), Val::WorkingDays(by)) => self.worked(day, by.saturating_neg()),
                    _ => arithmetic(*op, a, b),
                }
            }
            Some(Node::Aggregate(aggregate, path)) => self.aggregate(*aggregate, path),
            Some(Node::Given(given)) => Val::Date(match given {
                Given::AsOf => self.g.options.as_of,
                Given::ConductFrom => self.window.from,
                Given::ConductTo => self.window.to,
            }),
            // An alternative of the pattern that captures nothing states none.
            Some(Node::Capture(name)) => match self.hit {
                Some(hit) => self.g.words.capture(*name, hit).map_or(Val::Null, Val::Number),
                None => Val::Error,
            },
            Some(_) => match self.truth(e) {
                Truth::Unknown => Val::Unknown,
                known => Val::Bool(known == Truth::True),
            },
            None => Val::Error,
        }
    }

    /// A day so many working days later. In a year that no calendar holds it is not known.
    fn worked(&self, day: Day, by: i32) -> Val<'e> {
        match self.g.p.linked.working_days(day, by) {
            Counted::On(day) => Val::Date(day),
            Counted::NotHeld(_) => Val::Unknown,
            Counted::Beyond => Val::Error,
        }
    }

    /// Null elements do not count; with a missing one the result is unknown.
    pub(super) fn aggregate(&self, aggregate: Aggregate, path: &Path) -> Val<'e> {
        let facts = self.collect(path);
        if facts.iter().any(|f| matches!(f, Fact::Missing)) {
            return Val::Unknown;
        }
        let stated = facts.into_iter().filter(|f| !matches!(f, Fact::Null));
        if aggregate == Aggregate::Count {
            return Val::Number(Decimal::int(i64::try_from(stated.count()).unwrap_or(i64::MAX)));
        }
        let mut result = None;
        for fact in stated {
            let value = fact.val(&self.g.facts.segments);
            result = Some(match (result, aggregate) {
                (_, _) if value == Val::Error => Val::Error,
                (None, _) => value,
                (Some(Val::Error), _) => Val::Error,
                (Some(sum), Aggregate::Sum) => arithmetic(ArithOp::Add, sum, value),
                (Some(best), _) => {
                    let op = if aggregate == Aggregate::Min { CmpOp::Lt } else { CmpOp::Gt };
                    match compare(op, &value, &best) {
                        Some(Truth::True) => value,
                        Some(_) => best,
                        None => Val::Error,
                    }
                }
            });
        }
        match result {
            Some(value) => value,
            None if aggregate == Aggregate::Sum => Val::Number(Decimal::ZERO),
            None => Val::Null,
        }
    }
}

/// A constant as a value.
pub(super) fn constant<'e>(p: &'e Prepared, c: &'e Const) -> Val<'e> {
    match c {
        Const::Bool(b) => Val::Bool(*b),
        Const::Number(n) => Val::Number(*n),
        Const::Date(d) => Val::Date(*d),
        Const::Duration { months, days, seconds } => {
            Val::Period(Period { months: *months, days: *days, seconds: *seconds })
        }
        Const::WorkingDays(days) => Val::WorkingDays(i32::from(*days)),
        Const::Text(t) => Val::Text(t),
        Const::Member { ty, key } => p.member(*ty, *key).map_or(Val::Error, |index| Val::Member(*ty, index)),
    }
}
