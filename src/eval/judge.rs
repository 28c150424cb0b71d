//! Rules → outcomes: which rules are breached, where, under which exceptions, and what is not known. No texts are built here
//! beyond the clause tree, so the same pass serves a decision, a report and the second look after fixes.

use super::explain::Trace;
use super::expr::{Eval, Goods, Ground, Seen};
use super::facts::MissingFact;
use super::options::{Conduct, Status};
use super::overlaps::{Class, Overlaps, in_order};
use super::prepare::{Form, added_of, flag};
use super::value::Truth;
use super::words::Hit;
use crate::order;
use crate::pack::model::{ExprId, Node, Path, Rule};
use crate::report::{Reason, Why};
use crate::syntax::tree::{Nature, NormKind, Scope};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A finding to be.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub rule: u32,
    pub status: Status,
    pub hits: Vec<Hit>,
    pub missing: BTreeSet<MissingFact>,
    pub why: Option<Why>,
    /// Exceptions (indices) that were not raised, or not proved.
    pub possible: Vec<usize>,
    /// Exceptions that wait for evidence.
    pub needs: Vec<usize>,
    /// The extensions without whose words there would be no finding.
    pub added: Vec<u32>,
}

/// Covered by an exception.
#[derive(Clone, Debug)]
pub(crate) struct Exempted {
    pub rule: u32,
    pub exception: usize,
    pub hits: Vec<Hit>,
}

/// Everything that was judged.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judged {
    pub outcomes: Vec<Outcome>,
    pub exempt: Vec<Exempted>,
    /// Prohibitions on words that could not be assessed because words are absent.
    pub unassessed: Vec<u32>,
    /// Those words.
    pub unassessed_missing: BTreeSet<MissingFact>,
    /// In pasted text: facts beside the words on which something said depends, and the rules that would have judged it.
    pub unsettled: (BTreeSet<MissingFact>, BTreeSet<u32>),
    pub not_evaluated: Vec<(u32, Reason)>,
    pub satisfied: Vec<u32>,
    pub not_applicable: usize,
    pub out_of_scope: usize,
    /// The bound on the number of findings was hit.
    pub findings_cut: bool,
    /// Presumptions that decided something.
    pub used: Vec<bool>,
    /// What conditions came to, where the task asks for it.
    pub seen: Option<Box<Seen>>,
}

/// What the exceptions say about a breach.
#[derive(Default)]
struct Verdict {
    exempt: Option<usize>,
    needs: Vec<usize>,
    possible: Vec<usize>,
}

/// A breach over all goods it may concern: that of the goods where it is gravest.
struct Combined {
    truth: Truth,
    /// Known for some goods, and not a breach or excepted for others.
    disagree: bool,
    /// The first goods with the result.
    goods: Goods,
    /// It rests on what only makes it suspected.
    soft: bool,
    verdict: Verdict,
}

impl Default for Combined {
    fn default() -> Self {
        Self { truth: Truth::False, disagree: false, goods: Goods::Unknown, soft: false, verdict: Verdict::default() }
    }
}

impl Combined {
    /// What is told first: what is known, by its status, then what is open, then what is excepted.
    fn gravity(&self, nature: Nature) -> u8 {
        match (self.truth, self.verdict.exempt) {
            (Truth::False, _) => 0,
            (Truth::Unknown, Some(_)) => 1,
            (Truth::True, Some(_)) => 2,
            (Truth::Unknown, None) => 3,
            (Truth::True, None) => match status(self.soft, nature, &self.verdict) {
                Status::Violation => 7,
                Status::Suspected => 6,
                Status::NeedsEvidence => 5,
                Status::NeedsJudgement | Status::Undetermined => 4,
            },
        }
    }

    /// Whether it is known for the goods, and not excepted.
    fn stands(&self) -> bool {
        self.truth == Truth::True && self.verdict.exempt.is_none()
    }
}

/// Most clause trees of one finding.
const SHOWN: usize = 8;

struct Judge<'e> {
    eval: Eval<'e>,
    /// What a rule that does not ask about goods is judged for.
    any_goods: Rc<[Goods]>,
    all_goods: Rc<[Goods]>,
    /// Whether the subject's absent words are among what is missing.
    all_words_told: bool,
    out: Judged,
    why: bool,
    task: Task<'e>,
}

/// Judges every rule of the subject's kind. `why`: also build clause trees.
pub(crate) fn judge(ground: Ground<'_>, why: bool) -> Judged {
    judge_some(ground, why, Task::default())
}

/// Which rules to judge, and what was found before.
#[derive(Clone, Copy, Default)]
pub(crate) struct Task<'e> {
    /// By rule: judge it; `None`: every one.
    pub rules: Option<&'e [bool]>,
    pub earlier: Option<&'e Earlier>,
    /// Record what conditions come to.
    pub record: bool,
}

/// What was found in words that are gone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Earlier {
    /// Rules with findings.
    pub found: BTreeSet<u32>,
    /// Rules with findings or with something exempt.
    pub touched: BTreeSet<u32>,
    /// Rules that could not be evaluated.
    pub failed: BTreeMap<u32, Reason>,
    /// See [`Judged::unsettled`].
    pub unsettled: (BTreeSet<MissingFact>, BTreeSet<u32>),
    /// See [`Judged::used`].
    pub used: Vec<bool>,
    pub findings_cut: bool,
}

/// Judges as [`judge`] does, but only what the task says.
pub(crate) fn judge_some<'e>(ground: Ground<'e>, why: bool, task: Task<'e>) -> Judged {
    let mut eval = Eval::new(ground);
    if task.record {
        let linked = &ground.p.linked;
        let seen = Seen { exprs: vec![0; linked.exprs.len()], contexts: vec![0; linked.contexts.len()] };
        eval.seen = Some(Box::new(seen));
    }
    let all_goods = eval.candidates().into();
    let mut judge = Judge {
        eval,
        any_goods: Rc::new([Goods::Unknown]),
        all_goods,
        all_words_told: false,
        out: Judged::default(),
        why,
        task,
    };
    if let Some(earlier) = task.earlier {
        judge.out.unsettled.clone_from(&earlier.unsettled);
        judge.out.findings_cut = earlier.findings_cut;
    }
    let rules = ground.p.kinds.get(ground.facts.kind).map_or(&[][..], |k| k.rules.as_slice());
    for index in rules {
        if task.rules.is_none_or(|rules| rules.get(*index as usize) == Some(&true)) {
            judge.rule(*index);
        }
    }
    judge.out.used = std::mem::take(&mut judge.eval.used);
    judge.out.seen = judge.eval.seen.take();
    for (used, before) in judge.out.used.iter_mut().zip(task.earlier.map_or(&[][..], |e| e.used.as_slice())) {
        *used |= *before;
    }
    judge.out
}

impl<'e> Judge<'e> {
    fn rule(&mut self, index: u32) {
        let g = self.eval.g;
        let Some(rule) = g.p.linked.rules.get(index as usize).map(|r| &r.rule) else { return };
        if g.options.scope == Scope::Text && rule.scope == Scope::All {
            self.out.out_of_scope = self.out.out_of_scope.saturating_add(1);
            return;
        }
        // The part of the conduct in which the norm is in force.
        let from = g.conduct.from.max(rule.valid_from);
        let to = rule.valid_to.map_or(g.conduct.to, |end| g.conduct.to.min(end));
        if from > to {
            self.out.not_applicable = self.out.not_applicable.saturating_add(1);
            return;
        }
        let held = from.max(rule.held_from);
        let unheld = from < rule.held_from;
        if unheld {
            self.out.not_evaluated.push((index, Reason::LawNotHeld));
        }
        if held > to {
            return;
        }
        self.eval.start(&rule.outside, Conduct { from: held, to });
        let before = (self.out.outcomes.len(), self.out.exempt.len());
        let mut quiet = self.form(index, rule);
        if self.flags(index) & flag::ADDED != 0 {
            let copies = added_of(g.p, rule);
            self.eval.added = true;
            if copies.iter().any(|c| self.eval.live(*c)) {
                quiet = self.with_added((index, rule), before, quiet, &copies);
            }
            self.eval.added = false;
        }
        let earlier = self.task.earlier.is_some_and(|e| e.touched.contains(&index));
        if before != (self.out.outcomes.len(), self.out.exempt.len()) || unheld || earlier {
            return;
        }
        match quiet {
            Quiet::Satisfied => self.out.satisfied.push(index),
            Quiet::NotApplicable => self.out.not_applicable = self.out.not_applicable.saturating_add(1),
            Quiet::NotRaised => self.out.out_of_scope = self.out.out_of_scope.saturating_add(1),
            Quiet::Told => {}
        }
    }

    fn form(&mut self, index: u32, rule: &'e Rule) -> Quiet {
        match self.eval.g.p.forms.get(index as usize) {
            Some(Form::Words) => self.words(index, rule),
            _ => self.whole(index, rule),
        }
    }

    /// Judges a rule again, with the words that lower layers add. What is found without them stands; they only add to it.
    fn with_added(
        &mut self,
        (index, rule): (u32, &'e Rule),
        before: (usize, usize),
        quiet: Quiet,
        copies: &[u32],
    ) -> Quiet {
        let linked = &self.eval.g.p.linked;
        let mut told = self.out.outcomes.split_off(before.0);
        let exempt = self.out.exempt.split_off(before.1);
        let window = self.eval.window;
        self.eval.start(&rule.outside, window);
        let again = self.form(index, rule);
        let (new, new_exempt) = (self.out.outcomes.split_off(before.0), self.out.exempt.split_off(before.1));
        self.out.unassessed.dedup();
        self.out.not_evaluated.dedup();
        let words = self.eval.g.p.forms.get(index as usize) == Some(&Form::Words);
        let meets = |a: &[Hit], b: &[Hit]| {
            !words || a.iter().any(|x| b.iter().any(|y| x.unit == y.unit && x.start < y.end && y.start < x.end))
        };
        let open = |o: &Outcome| o.status == Status::Undetermined;
        let mut found: Vec<Outcome> = Vec::new();
        for mut outcome in new {
            if exempt.iter().any(|e| meets(&e.hits, &outcome.hits))
                || told.iter().any(|o| (!open(o) || open(&outcome)) && meets(&o.hits, &outcome.hits))
            {
                continue;
            }
            told.retain(|o| !meets(&o.hits, &outcome.hits));
            let mut added: BTreeSet<u32> = outcome.hits.iter().flat_map(|h| linked.added(h.pattern)).copied().collect();
            if added.is_empty() {
                // The words decide whether the rule applies.
                let live = copies.iter().filter(|c| self.eval.live(**c));
                added = live.flat_map(|c| linked.added(*c)).copied().collect();
            }
            outcome.added = added.into_iter().collect();
            found.push(outcome);
        }
        let kept = new_exempt.into_iter().filter(|e| {
            !exempt.iter().any(|o| meets(&o.hits, &e.hits)) && !told.iter().any(|o| meets(&o.hits, &e.hits))
        });
        let kept: Vec<Exempted> = kept.collect();
        let quiet = if told.is_empty() && exempt.is_empty() { again } else { quiet };
        told.append(&mut found);
        order::by_key(&mut told, |o| {
            let first = o.hits.first();
            order::key(first.map_or([0; 4], |h| [h.segment, h.start, !h.end, h.pattern]))
        });
        self.out.outcomes.append(&mut told);
        self.out.exempt.extend(exempt);
        self.out.exempt.extend(kept);
        quiet
    }

    /// What the rule's conditions depend on.
    fn flags(&self, index: u32) -> u8 {
        self.eval.g.p.rule_flags.get(index as usize).copied().unwrap_or(0)
    }

    fn candidates(&self, index: u32) -> Rc<[Goods]> {
        Rc::clone(if self.flags(index) & flag::GOODS == 0 { &self.any_goods } else { &self.all_goods })
    }

    fn when(&mut self, rule: &Rule) -> Truth {
        rule.when.map_or(Truth::True, |w| self.eval.truth(w))
    }

    /// Whether the rule is known not to apply, whichever the goods.
    fn inapplicable(&mut self, rule: &Rule, goods: &[Goods]) -> bool {
        rule.when.is_some()
            && goods.iter().all(|g| {
                self.eval.goods = *g;
                self.when(rule) == Truth::False
            })
    }

    fn told(&mut self, index: u32) -> Quiet {
        let reason = if self.eval.limited { Reason::Limit } else { Reason::Error };
        if self.out.not_evaluated.last().is_none_or(|(i, _)| *i != index) {
            self.out.not_evaluated.push((index, reason));
        }
        Quiet::Told
    }

    fn push(&mut self, outcome: Outcome) {
        if self.out.outcomes.len() < self.eval.g.options.limits.findings {
            self.out.outcomes.push(outcome);
        } else {
            self.out.findings_cut = true;
            self.eval.limited = true;
            self.told(outcome.rule);
        }
    }

    /// Evaluates a breach, and what excepts it, over all goods it may concern.
    fn combined(
        &mut self,
        (index, rule): (u32, &Rule),
        hit: Option<Hit>,
        goods: &[Goods],
        breach: &mut dyn FnMut(&mut Eval<'e>) -> Truth,
    ) -> Combined {
        let mut best = Combined::default();
        let mut all = true;
        for (i, g) in goods.iter().enumerate() {
            self.eval.goods = *g;
            let mut own = Combined { truth: breach(&mut self.eval), goods: *g, ..Combined::default() };
            if own.truth != Truth::False {
                own.verdict = self.verdict(rule, hit);
                own.soft = own.stands() && self.rests_on_softening(index, &mut *breach);
            }
            all &= own.stands();
            if i == 0 || own.gravity(rule.nature) > best.gravity(rule.nature) {
                best = own;
            }
        }
        best.disagree = best.stands() && !all;
        self.eval.goods = best.goods;
        best
    }

    fn verdict(&mut self, rule: &Rule, hit: Option<Hit>) -> Verdict {
        let mut verdict = Verdict::default();
        for (i, exception) in rule.exceptions.iter().enumerate() {
            let mut truth = |e: ExprId| match hit {
                Some(hit) => self.eval.at_hit(hit, |eval| eval.truth(e)),
                None => self.eval.truth(e),
            };
            if truth(exception.raised) != Truth::True {
                verdict.possible.push(i);
                continue;
            }
            let proved =
                if exception.on_request { Truth::True } else { exception.proved.map_or(Truth::Unknown, &mut truth) };
            match proved {
                Truth::True => {
                    verdict.exempt = Some(i);
                    return verdict;
                }
                Truth::Unknown => {
                    verdict.needs.push(i);
                    verdict.possible.push(i);
                }
                Truth::False => {}
            }
        }
        verdict
    }

    /// The missing evidence of exceptions that wait for it.
    fn missing_proof(&mut self, rule: &Rule, hit: Option<Hit>, verdict: &Verdict, trace: &mut Trace) {
        for exception in verdict.needs.iter().filter_map(|i| rule.exceptions.get(*i)) {
            let mut own = Trace::default();
            if let Some(e) = exception.proved {
                match hit {
                    Some(hit) => self.eval.at_hit(hit, |eval| eval.explain(e, &mut own, false)),
                    None => self.eval.explain(e, &mut own, false),
                };
            }
            trace.missing.append(&mut own.missing);
        }
    }

    fn words(&mut self, index: u32, rule: &'e Rule) -> Quiet {
        let g = self.eval.g;
        let Some(Node::Says { patterns, places, filter }) = g.p.linked.exprs.get(rule.body as usize) else {
            return Quiet::Satisfied;
        };
        let goods = self.candidates(index);
        let mut hits: Vec<Hit> = Vec::new();
        if !g.words.is_empty() {
            self.eval.goods = Goods::Unknown;
            let mut ranges: Option<Option<Vec<(u32, u32)>>> = None;
            for hit in patterns.iter().flat_map(|p| g.words.of(*p)) {
                if !self.eval.live(hit.pattern) {
                    continue;
                }
                let ranges = ranges.get_or_insert_with(|| self.places_of_all(places, &goods));
                if self.eval.admits(*hit, ranges.as_deref()) && g.words.is_open(*hit, index) {
                    hits.push(*hit);
                }
            }
        }
        order::by_key(&mut hits, |h| order::key([h.unit, h.start, !h.end, u32::from(h.uncertain) << 31 | h.pattern]));
        let mut kept = Overlaps::default();
        if let Some(reason) = self.task.earlier.and_then(|e| e.failed.get(&index)) {
            self.out.not_evaluated.push((index, *reason));
            return Quiet::Told;
        }
        let mut failed = false;
        let mut found = self.task.earlier.is_some_and(|e| e.found.contains(&index));
        for hit in hits {
            self.eval.error = false;
            if !self.eval.tick() {
                failed = true;
                break;
            }
            let claim = !self.eval.excluded(hit);
            if claim == Truth::False {
                continue;
            }
            let bound = hit.product.map(|k| [Goods::Product(k)]);
            let goods = bound.as_ref().map_or(&goods[..], |b| b.as_slice());
            let mut breach = |eval: &mut Eval<'e>| {
                let when = rule.when.map_or(Truth::True, |w| eval.truth(w));
                if when == Truth::False {
                    return when;
                }
                claim.and(when).and(filter.map_or(Truth::True, |f| eval.at_hit(hit, |eval| eval.truth(f))))
            };
            let mut result = self.combined((index, rule), Some(hit), goods, &mut breach);
            match result.truth {
                Truth::False => continue,
                Truth::Unknown if self.eval.limited || self.eval.error => {
                    failed = true;
                    continue;
                }
                _ => {}
            }
            let verdict = std::mem::take(&mut result.verdict);
            let class = match (result.truth, verdict.exempt) {
                (Truth::True, None) => Class::Breach,
                (Truth::True, Some(_)) => Class::Exempt,
                // What an exception covers need not be settled.
                (_, Some(_)) => continue,
                _ => Class::Open,
            };
            if !kept.keep(hit, class) {
                continue;
            }
            if let (Some(exception), Class::Exempt) = (verdict.exempt, class) {
                self.out.exempt.push(Exempted { rule: index, exception, hits: vec![hit] });
                continue;
            }
            found |= self.word_finding(index, rule, *filter, (hit, &result, goods), verdict);
        }
        if failed {
            return self.told(index);
        }
        if found {
            return Quiet::Told;
        }
        if self.out.unsettled.1.contains(&index) {
            return Quiet::NotRaised;
        }
        if self.inapplicable(rule, &goods) {
            return Quiet::NotApplicable;
        }
        let mut unassessed = false;
        for g in goods.iter() {
            self.eval.goods = *g;
            if self.when(rule) == Truth::False || self.eval.absent(Truth::False, places) != Truth::Unknown {
                continue;
            }
            if self.eval.limited {
                return self.told(index);
            }
            // Most rules read all words; what those lack is the same for each.
            if !places.is_empty() || !self.all_words_told {
                let mut trace = Trace::default();
                self.eval.missing_words(places, &mut trace);
                self.out.unassessed_missing.append(&mut trace.missing);
                self.all_words_told |= places.is_empty();
            }
            unassessed = true;
        }
        if !unassessed {
            return Quiet::Satisfied;
        }
        self.out.unassessed.push(index);
        Quiet::Told
    }

    /// Ranges of the places, for every product where they are the goods'.
    fn places_of_all(&mut self, places: &[Path], goods: &[Goods]) -> Option<Vec<(u32, u32)>> {
        if places.is_empty() {
            return None;
        }
        let mut all = Vec::new();
        for g in goods {
            self.eval.goods = *g;
            all.extend(self.eval.ranges(places).unwrap_or_default());
        }
        self.eval.goods = Goods::Unknown;
        order::by_key(&mut all, |(start, end)| order::key([0, 0, *start, *end]));
        all.dedup();
        Some(all)
    }

    fn word_finding(
        &mut self,
        index: u32,
        rule: &'e Rule,
        filter: Option<ExprId>,
        (hit, result, goods): (Hit, &Combined, &[Goods]),
        verdict: Verdict,
    ) -> bool {
        let mut trace = Trace { hits: vec![hit], ..Trace::default() };
        let mut why = None;
        let explains = self.why || result.truth == Truth::Unknown;
        if explains {
            let clauses = [rule.when, filter];
            let mut of = Vec::new();
            for g in goods {
                self.eval.goods = *g;
                let same = self.eval.at_hit(hit, |eval| {
                    let both = clauses.iter().flatten().fold(Truth::True, |all, e| all.and(eval.truth(*e)));
                    both == result.truth
                });
                if !same {
                    continue;
                }
                for e in clauses.into_iter().flatten() {
                    if self.eval.truth_at(hit, e) == result.truth || result.truth == Truth::Unknown {
                        let child = self.eval.at_hit(hit, |eval| eval.explain(e, &mut trace, self.why));
                        of.extend(child);
                    }
                }
                if result.truth == Truth::True {
                    break;
                }
            }
            trace.hits.truncate(1);
            if self.why {
                let clause = super::render::clause(&self.eval.g.p.linked, rule.body);
                why = Some(Why { clause, value: result.truth.name(), given: Vec::new(), presumed: None, of });
            }
        }
        self.eval.goods = result.goods;
        let status = if result.truth == Truth::Unknown {
            Status::Undetermined
        } else {
            let soft = result.disagree || hit.uncertain || result.soft;
            status(soft, rule.nature, &verdict)
        };
        if status != Status::Undetermined {
            trace.missing.clear();
            self.missing_proof(rule, Some(hit), &verdict, &mut trace);
        } else if self.eval.g.options.scope == Scope::Text && !self.contested(rule, filter, hit, goods) {
            // Words that only facts could settle are no finding on a script, unless the script itself raises the doubt: the report
            // says once which facts would.
            self.out.unsettled.0.append(&mut trace.missing);
            self.out.unsettled.1.insert(index);
            return false;
        }
        self.push(Outcome {
            rule: index,
            status,
            hits: vec![hit],
            missing: trace.missing,
            why,
            possible: verdict.possible,
            needs: verdict.needs,
            added: Vec::new(),
        });
        true
    }

    /// Whether the words speak against what would be presumed of the goods that a match is about.
    fn contested(&mut self, rule: &Rule, filter: Option<ExprId>, hit: Hit, goods: &[Goods]) -> bool {
        let before = self.eval.goods;
        let contested = goods.iter().any(|g| {
            self.eval.goods = *g;
            let conditions = [rule.when, filter].into_iter().flatten();
            self.eval.at_hit(hit, |eval| conditions.into_iter().any(|e| eval.contested(e)))
        });
        self.eval.goods = before;
        contested
    }

    /// Whether a breach is no longer known without the presumptions that soften.
    fn rests_on_softening(&mut self, index: u32, breach: impl FnOnce(&mut Eval<'e>) -> Truth) -> bool {
        if self.flags(index) & flag::SOFT == 0 {
            return false;
        }
        self.eval.soft = false;
        let hard = breach(&mut self.eval);
        self.eval.soft = true;
        hard != Truth::True
    }

    fn whole(&mut self, index: u32, rule: &'e Rule) -> Quiet {
        let goods = self.candidates(index);
        if rule.norm == NormKind::Permit {
            return if self.inapplicable(rule, &goods) { Quiet::NotApplicable } else { Quiet::Satisfied };
        }
        let breached = |eval: &mut Eval<'e>| {
            let when = rule.when.map_or(Truth::True, |w| eval.truth(w));
            if when == Truth::False {
                return when;
            }
            let body = eval.truth(rule.body);
            when.and(if rule.norm == NormKind::Require { !body } else { body })
        };
        // Every goods is judged by itself: what excepts one does not except another.
        let mut result = Combined::default();
        let mut all = true;
        let mut each: Vec<(Truth, Option<usize>, Trace)> = Vec::new();
        for g in goods.iter() {
            self.eval.goods = *g;
            let mut own = Combined { truth: breached(&mut self.eval), goods: *g, ..Combined::default() };
            let mut trace = Trace::default();
            if own.truth != Truth::False {
                for e in [rule.when, Some(rule.body)].into_iter().flatten() {
                    self.eval.explain(e, &mut trace, false);
                }
                self.eval.hits.clone_from(&trace.hits);
                own.verdict = self.verdict(rule, None);
                own.soft = own.stands() && (trace.uncertain || self.rests_on_softening(index, breached));
            }
            all &= own.stands();
            let (truth, exempt) = (own.truth, own.verdict.exempt);
            if each.is_empty() || own.gravity(rule.nature) > result.gravity(rule.nature) {
                result = own;
            }
            each.push((truth, exempt, trace));
        }
        result.disagree = !all;
        if result.truth == Truth::False {
            return if self.inapplicable(rule, &goods) { Quiet::NotApplicable } else { Quiet::Satisfied };
        }
        if result.truth == Truth::Unknown && (self.eval.limited || self.eval.error) {
            return self.told(index);
        }
        // What the outcome rests on, for every goods that share it.
        let mut trace = Trace::default();
        let mut of = Vec::new();
        let mut exempt: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
        for (g, (truth, exception, own)) in goods.iter().zip(each) {
            if let (Truth::True, Some(exception)) = (truth, exception) {
                exempt.entry(exception).or_default().extend(own.hits);
            } else if truth == result.truth && exception.is_none() {
                trace.missing.extend(own.missing);
                trace.hits.extend(own.hits);
                if self.why && of.len() < SHOWN {
                    self.eval.goods = *g;
                    for e in [rule.when, Some(rule.body)].into_iter().flatten() {
                        of.extend(self.eval.explain(e, &mut Trace::default(), true));
                    }
                }
            }
        }
        for (exception, mut hits) in exempt {
            in_order(&mut hits);
            self.out.exempt.push(Exempted { rule: index, exception, hits });
        }
        if result.verdict.exempt.is_some() {
            return Quiet::Told;
        }
        in_order(&mut trace.hits);
        self.eval.goods = result.goods;
        if result.truth == Truth::Unknown && self.eval.g.options.scope == Scope::Text && trace.hits.is_empty() {
            return Quiet::NotRaised;
        }
        if result.truth == Truth::Unknown
            && let Some(mut words) = self.waits_for_words(rule, &trace)
        {
            self.out.unassessed_missing.append(&mut words);
            self.out.unassessed.push(index);
            return Quiet::Told;
        }
        self.eval.hits.clone_from(&trace.hits);
        let verdict = std::mem::take(&mut result.verdict);
        let status = if result.truth == Truth::Unknown {
            Status::Undetermined
        } else {
            // Only words that are not bound to one product leave open whom they concern.
            let unbound = trace.hits.iter().any(|h| h.product.is_none());
            let soft = result.soft || result.disagree && unbound;
            trace.missing.clear();
            self.missing_proof(rule, None, &verdict, &mut trace);
            status(soft, rule.nature, &verdict)
        };
        let why = self.why.then(|| Why {
            clause: format!(
                "{} {}",
                if rule.norm == NormKind::Require { "require" } else { "forbid" },
                super::render::clause(&self.eval.g.p.linked, rule.body)
            ),
            value: result.truth.name(),
            given: Vec::new(),
            presumed: None,
            of,
        });
        self.push(Outcome {
            rule: index,
            status,
            hits: trace.hits,
            missing: trace.missing,
            why,
            possible: verdict.possible,
            needs: verdict.needs,
            added: Vec::new(),
        });
        Quiet::Told
    }
}

impl Judge<'_> {
    /// The absent words that an open rule waits for, if it waits for nothing else, or if already its applying does: then it belongs
    /// to the one entry about words that were not assessed.
    fn waits_for_words(&mut self, rule: &Rule, trace: &Trace) -> Option<BTreeSet<MissingFact>> {
        let absent = &self.eval.g.facts.missing_words;
        let only_words =
            |missing: &BTreeSet<MissingFact>| !missing.is_empty() && missing.iter().all(|fact| absent.contains(fact));
        if absent.is_empty() || only_words(&trace.missing) {
            return Some(trace.missing.clone()).filter(|missing| !missing.is_empty() && !absent.is_empty());
        }
        let when = rule.when.filter(|when| self.eval.truth(*when) == Truth::Unknown)?;
        let mut own = Trace::default();
        self.eval.explain(when, &mut own, false);
        Some(own.missing).filter(only_words)
    }
}

/// A rule without a finding.
enum Quiet {
    Satisfied,
    NotApplicable,
    /// Open, but nothing in the words asks for it.
    NotRaised,
    /// Told elsewhere in the report.
    Told,
}

fn status(soft: bool, nature: Nature, verdict: &Verdict) -> Status {
    if soft || nature == Nature::Suspected {
        Status::Suspected
    } else if !verdict.needs.is_empty() {
        Status::NeedsEvidence
    } else if nature == Nature::Judgement {
        Status::NeedsJudgement
    } else {
        Status::Violation
    }
}
