//! The truth of conditions about words: what is said, where, in which context, and what its absence means.

use super::expr::{Eval, Goods, Seen};
use super::facts::{Fact, MissingFact};
use super::value::Truth;
use super::words::{Hit, Words};
use crate::pack::model::{ExprId, Path, Ref};
use crate::syntax::tree::Scope;

impl<'e> Eval<'e> {
    /// Ranges of segments of the places; `None`: all words.
    pub(super) fn ranges(&self, places: &[Path]) -> Option<Vec<(u32, u32)>> {
        if places.is_empty() {
            return None;
        }
        let mut ranges = Vec::new();
        for fact in places.iter().flat_map(|p| self.collect(p)) {
            words_in(fact, &mut ranges);
        }
        Some(ranges)
    }

    /// Whether a hit lies in the places and does not belong to other goods than those under judgement.
    pub(super) fn admits(&self, hit: Hit, ranges: Option<&[(u32, u32)]>) -> bool {
        let placed = ranges.is_none_or(|r| r.iter().any(|(a, b)| (*a..*b).contains(&hit.segment)));
        let other = match (self.goods, hit.product) {
            (Goods::Product(k), Some(bound)) => k != bound,
            _ => false,
        };
        placed && !other
    }

    /// Whether the hit stands where words are no claim.
    pub fn excluded(&mut self, hit: Hit) -> Truth {
        let mut any = Truth::False;
        for context in self.outside {
            any = any.or(self.in_context(*context, hit));
            if any == Truth::True {
                break;
            }
        }
        any
    }

    fn in_context(&mut self, context: Ref, hit: Hit) -> Truth {
        let truth = match self.g.words.context(context, hit) {
            Some(b) => Truth::known(b),
            None => {
                self.limited = true;
                Truth::Unknown
            }
        };
        if let Some(seen) = &mut self.seen {
            Seen::mark(&mut seen.contexts, context, truth);
        }
        truth
    }

    /// Evaluates with a match under judgement.
    pub fn at_hit<T>(&mut self, hit: Hit, body: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.hit.replace(hit);
        let result = body(self);
        self.hit = before;
        result
    }

    /// The truth of a condition with a match under judgement.
    pub fn truth_at(&mut self, hit: Hit, e: ExprId) -> Truth {
        self.at_hit(hit, |eval| eval.truth(e))
    }

    /// Whether a hit counts for a text condition.
    pub(super) fn counts(&mut self, hit: Hit, filter: Option<ExprId>) -> Truth {
        let claim = !self.excluded(hit);
        if claim == Truth::False {
            return claim;
        }
        claim.and(filter.map_or(Truth::True, |f| self.at_hit(hit, |eval| eval.truth(f))))
    }

    pub(super) fn says(&mut self, patterns: &'e [Ref], places: &'e [Path], filter: Option<ExprId>) -> Truth {
        let words: &'e Words<'e> = self.g.words;
        let mut any = Truth::False;
        if !words.is_empty() {
            let mut ranges: Option<Option<Vec<(u32, u32)>>> = None;
            for hit in patterns.iter().flat_map(|p| words.of(*p)) {
                if !self.live(hit.pattern) {
                    continue;
                }
                let ranges = ranges.get_or_insert_with(|| self.ranges(places));
                if !self.tick() {
                    return Truth::Unknown;
                }
                if self.admits(*hit, ranges.as_deref()) {
                    any = any.or(self.counts(*hit, filter));
                    if any == Truth::True {
                        return any;
                    }
                }
            }
        }
        self.absent(any, places)
    }

    /// What the lack of a match means.
    pub fn absent(&mut self, found: Truth, places: &[Path]) -> Truth {
        if found == Truth::False && self.g.words.cut.is_some() {
            self.limited = true;
            return Truth::Unknown;
        }
        if found == Truth::False && self.words_missing(places) { Truth::Unknown } else { found }
    }

    /// Whether words that would have to be read are absent.
    pub fn words_missing(&self, places: &[Path]) -> bool {
        if self.g.options.scope == Scope::Text {
            return false;
        }
        if places.is_empty() {
            return !self.g.facts.missing_words.is_empty();
        }
        places.iter().any(|place| self.place_missing(place))
    }

    pub(super) fn place_missing(&self, place: &Path) -> bool {
        let missing = match self.fact(place) {
            Some(fact) => matches!(fact, Fact::Missing),
            None => self.collect(place).iter().any(|f| matches!(f, Fact::Missing)),
        };
        missing && !self.vouched(place)
    }

    /// Whether the caller vouches that the place holds everything. A place that subjects of this kind have not holds nothing.
    pub(super) fn vouched(&self, place: &Path) -> bool {
        match self.missing(place) {
            MissingFact::Field(slots) => self.g.facts.complete.covers(&slots),
            _ => true,
        }
    }

    pub(super) fn states(&mut self, patterns: &'e [Ref], places: &'e [Path]) -> Truth {
        let words: &'e Words<'e> = self.g.words;
        let hits = patterns.iter().flat_map(|p| words.of(*p));
        let mut ranges: Option<Option<Vec<(u32, u32)>>> = None;
        for hit in hits {
            let ranges = ranges.get_or_insert_with(|| self.ranges(places));
            if self.admits(*hit, ranges.as_deref()) {
                return Truth::True;
            }
        }
        if words.cut.is_some() {
            self.limited = true;
            return Truth::Unknown;
        }
        let complete = if places.is_empty() {
            let kind = self.g.p.kinds.get(self.g.facts.kind);
            kind.is_some_and(|k| k.words.iter().all(|slot| self.g.facts.complete.covers(&[*slot])))
        } else {
            places.iter().all(|place| self.vouched(place) || matches!(self.fact(place), Some(Fact::Null)))
        };
        if complete { Truth::False } else { Truth::Unknown }
    }

    pub(super) fn near(&mut self, context: Ref) -> Truth {
        match self.hit {
            Some(hit) => self.in_context(context, hit),
            None => {
                // A rule judged as a whole: true only where it is true of every match.
                let mut all = Truth::known(!self.hits.is_empty());
                for index in 0..self.hits.len() {
                    let Some(hit) = self.hits.get(index).copied() else { break };
                    all = all.and(self.in_context(context, hit));
                }
                all
            }
        }
    }
}

/// The words of a fact: its own, or everything below a record.
fn words_in(fact: &Fact, ranges: &mut Vec<(u32, u32)>) {
    match fact {
        Fact::Copy { first, count } => ranges.push((*first, first.saturating_add(*count))),
        Fact::List(items) => items.iter().for_each(|f| words_in(f, ranges)),
        Fact::Record(record) => record.fields.iter().for_each(|f| words_in(f, ranges)),
        _ => {}
    }
}
