//! Rules, judged by the book.
//!
//! * A condition is true, false or unknown by Kleene's tables. It is evaluated at three strengths: `Plain` (no presumption counts
//!   and a match that needed an uncertain fold is only possible), `Firm` (presumptions that keep a violation count), `Soft`
//!   (everything counts). What is a breach only at `Soft` is suspected.
//! * The goods are the listing itself, or one of the products. A rule that speaks of the goods is judged for every product it may
//!   be about: all of them, or for words that belong to one product that one.
//! * A prohibition on words is judged match by match, any other rule as a whole.

use super::facts::{Fact, Subject};
use super::text::{Match, Text};
use super::truth::{self, False, True, Truth, Unknown};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use zhunze::engine::{Conduct, Decision, Options, Status};
use zhunze::pack::linked::{Linked, LinkedRule};
use zhunze::pack::model::*;
use zhunze::syntax::tree::{Aggregate, Given, Nature, NormKind, Scope, Severity};

/// How much counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    Plain,
    Firm,
    Soft,
}

/// Where: JSON pointer and bytes.
pub type Span = (String, usize, usize);

/// What became of a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    OutOfScope,
    NotApplicable,
    LawNotHeld,
    Satisfied,
    /// Findings and exempt places. `split`: a rule judged as a whole that is not breached with every product; if it rests on words
    /// that belong to none of them it is only suspected, which the reference does not look into.
    Found {
        findings: BTreeSet<(Status, Vec<Span>)>,
        exempt: BTreeSet<(String, Vec<Span>)>,
        split: bool,
    },
}

/// The whole subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    pub rules: BTreeMap<String, Verdict>,
    pub decision: Decision,
}

/// A match in one of the subject's texts.
#[derive(Clone, Debug, PartialEq)]
struct Hit {
    text: usize,
    found: Match,
}

/// What a condition is evaluated under.
#[derive(Clone)]
struct Under<'a> {
    strength: Strength,
    /// The product under judgement and its index; for a listing the listing.
    goods: Fact,
    product: Option<usize>,
    vars: Vec<Fact>,
    /// The match under judgement.
    hit: Option<Hit>,
    outside: &'a [Ref],
    /// The part of the conduct in which the norm is in force.
    part: Conduct,
}

pub struct Judge<'a> {
    linked: &'a Linked,
    subject: &'a Subject,
    options: &'a Options,
    conduct: Conduct,
    text: Text<'a>,
    cache: RefCell<BTreeMap<(usize, Ref), Vec<Match>>>,
}

impl<'a> Judge<'a> {
    pub fn new(linked: &'a Linked, subject: &'a Subject, options: &'a Options) -> Self {
        let conduct = match subject.conduct {
            Some((from, to)) => Conduct { from, to: to.unwrap_or(options.as_of).max(from) },
            None => options.on.unwrap_or(Conduct::on(options.as_of)),
        };
        Self { linked, subject, options, conduct, text: Text::new(linked), cache: RefCell::default() }
    }

    fn key(&self) -> &str {
        &self.linked.types[self.subject.ty as usize].key
    }

    // Facts

    fn start(&self, root: Root, under: &Under) -> Fact {
        match root {
            Root::Subject => self.subject.record.clone(),
            Root::Goods => under.goods.clone(),
            Root::Var(v) => under.vars[usize::from(v)].clone(),
        }
    }

    fn fact(&self, path: &Path, under: &Under) -> Fact {
        path.steps.iter().fold(self.start(path.root, under), |fact, step| fact.field(self.linked.name(*step)))
    }

    /// Everything at the end of a path, lists opened.
    fn collect(&self, path: &Path, under: &Under) -> Vec<Fact> {
        fn open(fact: Fact) -> Vec<Fact> {
            if let Fact::List(items) = fact { items } else { vec![fact] }
        }
        let mut facts = vec![self.start(path.root, under)];
        for step in &path.steps {
            facts = facts.into_iter().flat_map(open).map(|f| f.field(self.linked.name(*step))).collect();
        }
        facts.into_iter().flat_map(open).collect()
    }

    fn constant(&self, c: &Const) -> Fact {
        match c {
            Const::Bool(b) => Fact::Bool(*b),
            Const::Number(n) => Fact::Number(*n),
            Const::Date(d) => Fact::Date(*d),
            Const::Duration { months, days, seconds } => {
                Fact::Duration { months: (*months).into(), days: (*days).into(), seconds: *seconds }
            }
            Const::WorkingDays(_) => panic!("no calendar is generated"),
            Const::Text(t) => Fact::Text(t.clone()),
            Const::Member { ty, key } => Fact::Member(*ty, self.linked.name(*key).to_owned()),
        }
    }

    /// Whether a member is another or lies below it.
    fn within(&self, ty: Ref, key: &str, above: &str) -> bool {
        let (TypeKind::Enum(members) | TypeKind::Taxonomy(members)) = &self.linked.types[ty as usize].kind else {
            panic!("no members");
        };
        let member = members.iter().find(|m| self.linked.name(m.key) == key).unwrap();
        key == above || member.parent.is_some_and(|p| self.within(ty, self.linked.name(members[p as usize].key), above))
    }

    fn value(&self, id: ExprId, under: &Under) -> Fact {
        match &self.linked.exprs[id as usize] {
            Node::Const(c) => self.constant(c),
            Node::Path(path) => self.fact(path, under),
            Node::Arith(op, a, b) => truth::arithmetic(*op, self.value(*a, under), self.value(*b, under)),
            Node::Given(Given::AsOf) => Fact::Date(self.options.as_of),
            Node::Given(Given::ConductFrom) => Fact::Date(under.part.from),
            Node::Given(Given::ConductTo) => Fact::Date(under.part.to),
            Node::Capture(name) => {
                let hit = under.hit.as_ref().unwrap();
                hit.found.captures.iter().find(|(n, _)| n == name).map_or(Fact::Null, |(_, v)| Fact::Number(*v))
            }
            Node::Aggregate(which, path) => self.aggregate(*which, path, under),
            other => panic!("{other:?} is no value"),
        }
    }

    fn aggregate(&self, which: Aggregate, path: &Path, under: &Under) -> Fact {
        let facts: Vec<Fact> = self.collect(path, under).into_iter().filter(|f| *f != Fact::Null).collect();
        if facts.contains(&Fact::Missing) {
            return Fact::Missing;
        }
        let order = |a: &Fact, b: &Fact| match (a, b) {
            (Fact::Number(a), Fact::Number(b)) => a.cmp(b),
            (Fact::Date(a), Fact::Date(b)) => a.cmp(b),
            other => panic!("{other:?} have no order"),
        };
        let zero = zhunze::pack::decimal::Decimal::ZERO;
        match which {
            Aggregate::Count => Fact::Number(zhunze::pack::decimal::Decimal::int(facts.len() as i64)),
            Aggregate::Min => facts.into_iter().min_by(order).unwrap_or(Fact::Null),
            Aggregate::Max => facts.into_iter().max_by(order).unwrap_or(Fact::Null),
            Aggregate::Sum => facts
                .into_iter()
                .fold(Fact::Number(zero), |sum, f| truth::arithmetic(zhunze::syntax::tree::ArithOp::Add, sum, f)),
        }
    }

    // Conditions

    fn truth(&self, id: ExprId, under: &Under) -> Truth {
        match &self.linked.exprs[id as usize] {
            Node::Const(Const::Bool(b)) => (*b).into(),
            Node::Path(path) => match self.fact(path, under) {
                Fact::Missing => Unknown,
                Fact::Null => False,
                Fact::Bool(b) => b.into(),
                other => panic!("{other:?} is no condition"),
            },
            Node::Not(a) => self.truth(*a, under).not(),
            Node::And(of) => truth::all(of.iter().map(|a| self.truth(*a, under))),
            Node::Or(of) => truth::any(of.iter().map(|a| self.truth(*a, under))),
            Node::Cmp(op, a, b) => truth::compare(*op, &self.value(*a, under), &self.value(*b, under)),
            Node::In(path, members) => match self.fact(path, under) {
                Fact::Missing => Unknown,
                Fact::Null => False,
                Fact::Member(ty, key) => members
                    .iter()
                    .any(|m| matches!(m, Const::Member { key: k, .. } if self.within(ty, &key, self.linked.name(*k))))
                    .into(),
                Fact::Text(t) => members.iter().any(|m| matches!(m, Const::Text(u) if *u == t)).into(),
                other => panic!("{other:?} is no member"),
            },
            Node::Has(path) => match self.fact(path, under) {
                Fact::Missing => Unknown,
                Fact::Null => False,
                _ => True,
            },
            Node::Every { var, list, body } => match self.elements(list, under) {
                None => Unknown,
                Some(items) => truth::all(items.into_iter().map(|i| self.with(*var, i, *body, under))),
            },
            Node::Some { var, list, body } => match self.elements(list, under) {
                None => Unknown,
                Some(items) => truth::any(items.into_iter().map(|i| self.with(*var, i, *body, under))),
            },
            Node::Says { patterns, places, filter } => {
                let said = truth::any(self.hits(patterns, places, under).into_iter().map(|hit| {
                    let claim = self.outside(&hit, under).not();
                    let under = Under { hit: Some(hit.clone()), ..under.clone() };
                    let claim = claim.and(filter.map_or(True, |f| self.truth(f, &under)));
                    // Below full strength an uncertain fold makes a match only possible.
                    if hit.found.uncertain && under.strength != Strength::Soft { claim.and(Unknown) } else { claim }
                }));
                said.or(if self.absent_words(places, under) { Unknown } else { False })
            }
            Node::States { patterns, places } => {
                let stated =
                    truth::any(self.hits(patterns, places, under).into_iter().map(|hit| {
                        if hit.found.uncertain && under.strength != Strength::Soft { Unknown } else { True }
                    }));
                stated.or(if self.complete(places, under) { False } else { Unknown })
            }
            Node::Near(context) => {
                let hit = under.hit.as_ref().unwrap();
                self.text.context(&self.subject.texts[hit.text].spoken, *context, &hit.found).into()
            }
            Node::Holds(kind) => match &self.subject.evidence {
                None => Unknown,
                Some(all) => all
                    .iter()
                    .any(|(k, from, to)| {
                        k == kind && from.is_none_or(|f| f <= under.part.from) && to.is_none_or(|t| t >= under.part.to)
                    })
                    .into(),
            },
            Node::Define(define) => self.define(*define, under),
            other => panic!("{other:?} is no condition"),
        }
    }

    fn define(&self, define: Ref, under: &Under) -> Truth {
        let known = self.truth(self.linked.defines[define as usize].body, under);
        if known != Unknown {
            return known;
        }
        for p in &self.linked.presumptions {
            let counts = match under.strength {
                Strength::Plain => false,
                Strength::Firm => !p.softens,
                Strength::Soft => true,
            };
            // What a rule leaves out is no part of the presumption.
            let open = Under { outside: &[], ..under.clone() };
            if p.define == define && counts && p.unless.is_none_or(|u| self.truth(u, &open) != True) {
                return p.value.into();
            }
        }
        Unknown
    }

    /// A list's elements; none where it is null.
    fn elements(&self, list: &Path, under: &Under) -> Option<Vec<Fact>> {
        match self.fact(list, under) {
            Fact::Missing => None,
            Fact::Null => Some(Vec::new()),
            Fact::List(items) => Some(items),
            other => panic!("{other:?} is no list"),
        }
    }

    fn with(&self, var: u16, item: Fact, body: ExprId, under: &Under) -> Truth {
        let mut inner = under.clone();
        inner.vars.truncate(usize::from(var));
        inner.vars.push(item);
        self.truth(body, &inner)
    }

    // Words

    fn matches(&self, text: usize, pattern: Ref) -> Vec<Match> {
        let mut cache = self.cache.borrow_mut();
        cache
            .entry((text, pattern))
            .or_insert_with(|| self.text.matches(&self.subject.texts[text].spoken, pattern))
            .clone()
    }

    /// Matches in the places, or anywhere, that do not belong to other goods than those under judgement.
    fn hits(&self, patterns: &[Ref], places: &[Path], under: &Under) -> Vec<Hit> {
        let texts: BTreeSet<usize> = if places.is_empty() {
            (0..self.subject.texts.len()).collect()
        } else {
            places.iter().flat_map(|p| self.collect(p, under)).flat_map(|f| f.words()).collect()
        };
        let mut hits = Vec::new();
        for text in texts {
            let product = self.subject.texts[text].product;
            if product.is_none() || under.product.is_none() || product == under.product {
                for pattern in patterns {
                    hits.extend(self.matches(text, *pattern).into_iter().map(|found| Hit { text, found }));
                }
            }
        }
        hits
    }

    fn outside(&self, hit: &Hit, under: &Under) -> Truth {
        let text = &self.subject.texts[hit.text].spoken;
        under.outside.iter().any(|c| self.text.context(text, *c, &hit.found)).into()
    }

    fn vouched(&self, key: &str) -> bool {
        self.subject.complete.as_ref().is_some_and(|all| all.is_empty() || all.iter().any(|k| k == key))
    }

    /// The subject's own fields that hold words.
    fn word_fields(&self) -> Vec<String> {
        let TypeKind::Record { fields, .. } = &self.linked.types[self.subject.ty as usize].kind else { panic!() };
        let is_text = |ty: FieldType| match ty.base {
            BaseType::Copy => true,
            BaseType::Named(r) if ty.lists == 1 => match &self.linked.types[r as usize].kind {
                TypeKind::Record { fields, .. } => fields.iter().any(|f| self.linked.name(f.key) == "text"),
                _ => false,
            },
            _ => false,
        };
        fields.iter().filter(|f| is_text(f.ty)).map(|f| self.linked.name(f.key).to_owned()).collect()
    }

    /// Whether words that would have to be read are absent. Of pasted text only what is given counts.
    fn absent_words(&self, places: &[Path], under: &Under) -> bool {
        if self.options.scope == Scope::Text {
            return false;
        }
        if places.is_empty() {
            return self
                .word_fields()
                .iter()
                .any(|k| self.subject.record.field(k) == Fact::Missing && !self.vouched(k));
        }
        places.iter().any(|p| self.collect(p, under).contains(&Fact::Missing) && !self.place_vouched(p))
    }

    /// Whether the caller vouches that a place is given completely.
    fn place_vouched(&self, place: &Path) -> bool {
        match place.root {
            Root::Goods if self.key() == "livestream" => self.vouched("products"),
            // A kind of subject without goods has no words of goods.
            Root::Goods if self.key() == "shop" => true,
            _ => self.vouched(self.linked.name(place.steps[0])),
        }
    }

    /// Whether all places where a statement may stand are given completely.
    fn complete(&self, places: &[Path], under: &Under) -> bool {
        if places.is_empty() {
            return self.word_fields().iter().all(|k| self.vouched(k));
        }
        places.iter().all(|p| self.place_vouched(p) || self.collect(p, under) == [Fact::Null])
    }
}

/// How one claim or one rule stands with one product.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Nothing,
    Exempt(String),
    Finding(Status),
}

impl<'a> Judge<'a> {
    // Rules

    /// Every expression that these rest on, definitions and what they presume included.
    fn reached(&self, from: impl IntoIterator<Item = ExprId>) -> BTreeSet<ExprId> {
        let mut open: Vec<ExprId> = from.into_iter().collect();
        let mut all = BTreeSet::new();
        while let Some(id) = open.pop() {
            all.insert(id);
            match &self.linked.exprs[id as usize] {
                Node::Every { body, .. } | Node::Some { body, .. } => open.push(*body),
                Node::Says { filter, .. } => open.extend(filter),
                Node::Not(a) => open.push(*a),
                Node::And(of) | Node::Or(of) => open.extend(of),
                Node::Cmp(_, a, b) | Node::Arith(_, a, b) => open.extend([*a, *b]),
                Node::Define(d) => {
                    open.push(self.linked.defines[*d as usize].body);
                    let about = self.linked.presumptions.iter().filter(|p| p.define == *d);
                    open.extend(about.filter_map(|p| p.unless));
                }
                _ => {}
            }
        }
        all
    }

    /// Whether these rest on a definition that is unknown because something speaks against what is presumed of it.
    fn contested(&self, of: [Option<ExprId>; 2], under: &Under) -> bool {
        let open = Under { outside: &[], ..under.clone() };
        let mut waiting: Vec<ExprId> = of.into_iter().flatten().collect();
        while let Some(id) = waiting.pop() {
            match &self.linked.exprs[id as usize] {
                Node::Define(d) => {
                    let mut about = self.linked.presumptions.iter().filter(|p| p.define == *d);
                    if self.define(*d, under) == Unknown
                        && about.any(|p| p.unless.is_some_and(|u| self.truth(u, &open) == True))
                    {
                        return true;
                    }
                    waiting.push(self.linked.defines[*d as usize].body);
                }
                Node::Every { body, .. } | Node::Some { body, .. } => waiting.push(*body),
                Node::Says { filter, .. } => waiting.extend(filter),
                Node::Not(a) => waiting.push(*a),
                Node::And(of) | Node::Or(of) => waiting.extend(of),
                Node::Cmp(_, a, b) | Node::Arith(_, a, b) => waiting.extend([*a, *b]),
                _ => {}
            }
        }
        false
    }

    /// Whether the rule speaks of the goods.
    fn speaks_of_goods(&self, rule: &Rule) -> bool {
        let of = rule.exceptions.iter().flat_map(|e| [Some(e.raised), e.proved]);
        let goods = |p: &Path| p.root == Root::Goods;
        self.reached([Some(rule.body), rule.when].into_iter().chain(of).flatten()).into_iter().any(|id| {
            match &self.linked.exprs[id as usize] {
                Node::Path(p) | Node::In(p, _) | Node::Has(p) | Node::Aggregate(_, p) => goods(p),
                Node::Every { list, .. } | Node::Some { list, .. } => goods(list),
                Node::Says { places, .. } | Node::States { places, .. } => places.iter().any(goods),
                _ => false,
            }
        })
    }

    /// Whether words ask for a rule that is judged as a whole: of pasted text, what nothing in it raises stays untold.
    fn raised_by_words(&self, rule: &Rule, unders: &[Under]) -> bool {
        self.reached([Some(rule.body), rule.when].into_iter().flatten()).into_iter().any(|id| {
            matches!(self.linked.exprs[id as usize], Node::Says { .. } | Node::States { .. })
                && unders.iter().any(|u| {
                    let u = Under { vars: vec![Fact::Missing; 16], ..u.clone() };
                    match &self.linked.exprs[id as usize] {
                        Node::Says { patterns, places, .. } | Node::States { patterns, places } => {
                            !self.hits(patterns, places, &u).is_empty()
                        }
                        _ => false,
                    }
                })
        })
    }

    /// The goods a rule may be about.
    fn goods(&self, rule: &Rule) -> Vec<(Fact, Option<usize>)> {
        match self.key() {
            "listing" => vec![(self.subject.record.clone(), None)],
            "livestream" if self.speaks_of_goods(rule) => match self.subject.record.field("products") {
                Fact::List(items) if !items.is_empty() => {
                    items.into_iter().enumerate().map(|(i, f)| (f, Some(i))).collect()
                }
                _ => vec![(Fact::Missing, None)],
            },
            _ => vec![(Fact::Missing, None)],
        }
    }

    /// What exceptions make of a breach, or of what may be one.
    fn excepted(&self, rule: &Rule, breach: &dyn Fn(&Under) -> Truth, uncertain: bool, under: &Under) -> Standing {
        let at = |strength| Under { strength, ..under.clone() };
        let (soft, firm) = (at(Strength::Soft), at(Strength::Firm));
        let known = breach(&soft);
        if known == False {
            return Standing::Nothing;
        }
        let raised: Vec<&Exception> = rule.exceptions.iter().filter(|e| self.truth(e.raised, &soft) == True).collect();
        let proved = |e: &Exception| if e.on_request { True } else { e.proved.map_or(False, |p| self.truth(p, &soft)) };
        if let Some(e) = raised.iter().find(|e| proved(e) == True) {
            return if known == True { Standing::Exempt(e.key.clone()) } else { Standing::Nothing };
        }
        if known == Unknown {
            return Standing::Finding(Status::Undetermined);
        }
        let suspected = rule.nature == Nature::Suspected || uncertain || breach(&firm) != True;
        let waits = raised.iter().any(|e| proved(e) == Unknown);
        Standing::Finding(match rule.nature {
            _ if suspected => Status::Suspected,
            _ if waits => Status::NeedsEvidence,
            Nature::Judgement => Status::NeedsJudgement,
            _ => Status::Violation,
        })
    }

    /// Over all the goods it may concern: what is not known to hold of all of them is suspected.
    fn over(&self, all: &[Standing]) -> Standing {
        let worst = all.iter().filter_map(|s| if let Standing::Finding(f) = s { Some(*f) } else { None }).min();
        let Some(worst) = worst else {
            return all.iter().find(|s| matches!(s, Standing::Exempt(_))).cloned().unwrap_or(Standing::Nothing);
        };
        let known = |s: &Standing| matches!(s, Standing::Finding(f) if *f != Status::Undetermined);
        Standing::Finding(if known(&Standing::Finding(worst)) && !all.iter().all(known) {
            Status::Suspected
        } else {
            worst
        })
    }

    /// Leftmost, longest: a match is told with what it lies in, or with a breach it overlaps; what overlaps something exempt is
    /// another claim.
    fn told_already(&self, kept: &[(Hit, Standing)], hit: &Hit, standing: &Standing) -> bool {
        kept.iter().filter(|(k, _)| k.text == hit.text).any(|(k, s)| {
            let lies_in = hit.found.end <= k.found.end;
            let overlaps = hit.found.start < k.found.end;
            match s {
                Standing::Finding(Status::Undetermined) => {
                    lies_in && *standing == Standing::Finding(Status::Undetermined)
                }
                Standing::Finding(_) => lies_in || overlaps && !matches!(standing, Standing::Exempt(_)),
                _ => lies_in,
            }
        })
    }

    fn rule(&self, rule: &LinkedRule) -> Verdict {
        let rule = &rule.rule;
        if self.options.scope == Scope::Text && rule.scope == Scope::All {
            return Verdict::OutOfScope;
        }
        let part = Conduct {
            from: self.conduct.from.max(rule.valid_from),
            to: rule.valid_to.map_or(self.conduct.to, |t| t.min(self.conduct.to)),
        };
        if part.from > part.to {
            return Verdict::NotApplicable;
        }
        let part = Conduct { from: part.from.max(rule.held_from), ..part };
        if part.from > part.to {
            return Verdict::LawNotHeld;
        }
        let goods = self.goods(rule);
        let under = |(fact, product): &(Fact, Option<usize>)| Under {
            strength: Strength::Soft,
            goods: fact.clone(),
            product: *product,
            vars: Vec::new(),
            hit: None,
            outside: &rule.outside,
            part,
        };
        let when = |u: &Under| rule.when.map_or(True, |w| self.truth(w, u));
        let unders: Vec<Under> = goods.iter().map(under).collect();
        if unders.iter().all(|u| when(u) == False) {
            return Verdict::NotApplicable;
        }
        let mut findings = BTreeSet::new();
        let mut exempt = BTreeSet::new();
        let mut split = false;
        match (&self.linked.exprs[rule.body as usize], rule.norm) {
            (Node::Says { patterns, places, filter }, NormKind::Forbid) => {
                let mut hits: Vec<Hit> = Vec::new();
                for u in &unders {
                    for hit in self.hits(patterns, places, u) {
                        if !hits.contains(&hit) {
                            hits.push(hit);
                        }
                    }
                }
                hits.sort_by_key(|h| (h.text, h.found.start, std::cmp::Reverse(h.found.end), h.found.uncertain));
                let mut kept: Vec<(Hit, Standing)> = Vec::new();
                for hit in hits {
                    let product = self.subject.texts[hit.text].product;
                    let about =
                        unders.iter().filter(|u| product.is_none() || u.product.is_none() || u.product == product);
                    let standings = about.map(|u| {
                        let u = Under { hit: Some(hit.clone()), ..u.clone() };
                        let breach = |u: &Under| {
                            let claim = self.outside(&hit, u).not();
                            when(u).and(claim).and(filter.map_or(True, |f| self.truth(f, u)))
                        };
                        self.excepted(rule, &breach, hit.found.uncertain, &u)
                    });
                    let standing = self.over(&standings.collect::<Vec<_>>());
                    if standing == Standing::Nothing || self.told_already(&kept, &hit, &standing) {
                        continue;
                    }
                    kept.push((hit.clone(), standing.clone()));
                    let parts = self.subject.texts[hit.text].parts.iter().filter_map(|(path, from, to)| {
                        let (start, end) = (hit.found.start.max(*from), hit.found.end.min(*to));
                        (start < end).then(|| (path.clone(), start - from, end - from))
                    });
                    let spans: Vec<Span> = parts.collect();
                    match standing {
                        Standing::Nothing => {}
                        Standing::Exempt(key) => {
                            exempt.insert((key, spans));
                        }
                        // Of pasted text: what only facts could settle is no finding, unless the words contest a presumption.
                        Standing::Finding(Status::Undetermined)
                            if self.options.scope == Scope::Text
                                && !unders.iter().any(|u| {
                                    let about = product.is_none() || u.product.is_none() || u.product == product;
                                    let u = Under { hit: Some(hit.clone()), ..u.clone() };
                                    about && self.contested([rule.when, *filter], &u)
                                }) => {}
                        Standing::Finding(status) => {
                            findings.insert((status, spans));
                        }
                    }
                }
                if findings.is_empty() && unders.iter().any(|u| when(u) != False && self.absent_words(places, u)) {
                    findings.insert((Status::Undetermined, Vec::new()));
                }
            }
            (_, norm) => {
                if norm == NormKind::Permit {
                    return Verdict::Satisfied;
                }
                let standings: Vec<Standing> = unders
                    .iter()
                    .map(|u| {
                        let breach = |u: &Under| {
                            let body = self.truth(rule.body, u);
                            when(u).and(match norm {
                                NormKind::Forbid => body,
                                NormKind::Require => body.not(),
                                NormKind::Permit => False,
                            })
                        };
                        self.excepted(rule, &breach, false, u)
                    })
                    .collect();
                split = standings.iter().any(|s| !matches!(s, Standing::Finding(f) if *f != Status::Undetermined));
                for standing in &standings {
                    match standing {
                        Standing::Exempt(key) => {
                            exempt.insert((key.clone(), Vec::new()));
                        }
                        Standing::Finding(status) => {
                            findings.insert((*status, Vec::new()));
                        }
                        Standing::Nothing => {}
                    }
                }
                if self.options.scope == Scope::Text && !self.raised_by_words(rule, &unders) {
                    findings.retain(|(s, _)| *s != Status::Undetermined);
                }
                // One finding a rule: the gravest.
                findings = findings.into_iter().take(1).collect();
            }
        }
        if findings.is_empty() && exempt.is_empty() {
            return Verdict::Satisfied;
        }
        Verdict::Found { findings, exempt, split }
    }

    /// Judges every rule of the subject's kind.
    pub fn opinion(&self) -> Opinion {
        let own = self.linked.rules.iter().filter(|r| r.rule.applies.contains(&self.subject.ty));
        let judged: Vec<(&LinkedRule, Verdict)> = own.map(|r| (r, self.rule(r))).collect();
        let blocks = judged.iter().any(|(r, v)| match v {
            Verdict::Found { findings, .. } => {
                r.rule.severity >= Severity::Medium && findings.iter().any(|(s, _)| *s == Status::Violation)
            }
            _ => false,
        });
        let review = judged.iter().any(|(_, v)| match v {
            Verdict::Found { findings, .. } => !findings.is_empty(),
            Verdict::LawNotHeld => true,
            _ => false,
        });
        let decision = match (blocks, review) {
            (true, _) => Decision::Block,
            (_, true) => Decision::Review,
            _ => Decision::Pass,
        };
        Opinion { rules: judged.into_iter().map(|(r, v)| (r.id.clone(), v)).collect(), decision }
    }
}
