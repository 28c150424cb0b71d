//! Patterns run on a window. Every part maps a set of positions to the set of positions after it, so that time is bounded by
//! parts × positions, whatever a pattern says; from a start the longest match is taken, and the next match starts after it.
//!
//! Between two parts of a sequence separators may stand as between two characters of a word. Which hits, numbers and dropped
//! characters a match used is traced backwards afterwards, for matches only; where a match can be read in several ways, the later
//! parts are as short as possible.

use super::api::{Capture, FoldSet};
use super::bits::Bits;
use super::number::{Number, Numerals};
use super::program::{First, GroupId, Op, OpId, Program, Programs};
use super::window::{Hit, Position, Reader, Window, in_class};
use super::words::MAX_SEPARATORS;
use crate::order;
use crate::pack::decimal::Decimal;
use crate::syntax::tree::{CmpOp, Reach};
use std::cell::Cell;

/// Counts work.
#[derive(Debug)]
pub(super) struct Meter {
    used: Cell<u64>,
    limit: u64,
}

impl Meter {
    pub(super) const fn new(used: u64, limit: u64) -> Self {
        // One less than what adding can reach, so that it can always be exhausted.
        Self { used: Cell::new(used), limit: if limit == u64::MAX { u64::MAX - 1 } else { limit } }
    }

    #[inline]
    pub(super) fn add(&self, units: u64) {
        self.used.set(self.used.get().saturating_add(units));
    }

    pub(super) const fn used(&self) -> u64 {
        self.used.get()
    }

    #[inline]
    pub(super) const fn exhausted(&self) -> bool {
        self.used.get() > self.limit
    }
}

/// A match within a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
    pub(super) captures: Vec<Capture>,
}

/// What a match used.
#[derive(Default)]
struct Trace {
    folds: FoldSet,
    uncertain: bool,
    captures: Vec<Capture>,
}

/// Patterns on one window.
pub(super) struct Runner<'a, const W: usize> {
    pub(super) programs: &'a Programs,
    pub(super) reader: &'a Reader,
    pub(super) numerals: &'a Numerals,
    pub(super) window: &'a Window,
    pub(super) meter: &'a Meter,
    /// Use nothing uncertain.
    pub(super) certain: bool,
    /// Where the match starts: nothing is dropped before it.
    pub(super) origin: Option<usize>,
    separators: Bits<W>,
    landing: Bits<W>,
    ends: Bits<W>,
    sentence_ends: Bits<W>,
}

impl<'a, const W: usize> Runner<'a, W> {
    pub(super) fn new(
        programs: &'a Programs,
        reader: &'a Reader,
        numerals: &'a Numerals,
        window: &'a Window,
        meter: &'a Meter,
        certain: bool,
    ) -> Self {
        let masks = &window.masks;
        Self {
            programs,
            reader,
            numerals,
            window,
            meter,
            certain,
            origin: None,
            separators: Bits::from_wide(if certain { &masks.sure } else { &masks.separators }),
            landing: Bits::from_wide(&masks.landing),
            ends: Bits::from_wide(&masks.ends),
            sentence_ends: Bits::from_wide(&masks.sentence_ends),
        }
    }

    /// What may be dropped.
    pub(super) const fn separators(&self) -> Bits<W> {
        self.separators
    }

    fn positions(&self) -> &'a [Position] {
        &self.window.positions
    }

    /// The matches of a pattern: leftmost, longest, one after the other.
    pub(super) fn matches(&mut self, program: &Program, found: &mut Vec<Found>) {
        let window = self.window;
        let mut free = 0usize;
        if let First::Set(set) = program.first {
            if matches!(self.programs.op(program.root), Some(Op::Set(root)) if *root == set) {
                let mut hits = Vec::new();
                window.members.sorted(self.programs, set, &mut hits);
                for (index, hit) in hits.iter().enumerate() {
                    if usize::from(hit.start) >= free && self.usable(hit) && !self.meter.exhausted() {
                        free = self.longest(hits.get(index..).unwrap_or(&[]), hit, found);
                    }
                }
                return;
            }
            let mut starts = Bits::EMPTY;
            for hit in window.members.of(self.programs, set).filter(|hit| self.usable(hit)) {
                starts.insert(usize::from(hit.start));
            }
            self.each(program, &starts, found);
        } else {
            let starts: Bits<W> = match program.first {
                First::Number => Bits::from_wide(&window.masks.numerals),
                _ => Bits::range(0, self.positions().len()),
            };
            self.each(program, &starts, found);
        }
    }

    /// The matches that begin at one of the starts.
    fn each(&mut self, program: &Program, starts: &Bits<W>, found: &mut Vec<Found>) {
        // From all starts at once more is reached than from each: mostly nothing, and then one step has told.
        if starts.first() != starts.last() && self.step(program.root, starts).is_empty() {
            return;
        }
        let mut free = 0usize;
        for at in starts.iter() {
            if self.meter.exhausted() {
                break;
            }
            if at >= free {
                free = self.from(program, at, found);
            }
        }
        self.origin = None;
    }

    #[inline]
    fn usable(&self, hit: &Hit) -> bool {
        !(self.certain && hit.uncertain)
    }

    /// The longest of the hits that start where the first of them does; gives where the next match may start.
    fn longest(&self, hits: &[Hit], hit: &Hit, found: &mut Vec<Found>) -> usize {
        let same = hits.iter().take_while(|h| h.start == hit.start).filter(|h| self.usable(h));
        let rank = |h: &&Hit| (h.end, !h.uncertain, std::cmp::Reverse(h.folds.len()));
        let best = same.max_by_key(rank).unwrap_or(hit);
        let (start, end) = (usize::from(best.start), usize::from(best.end));
        found.push(Found { start, end, folds: best.folds, uncertain: best.uncertain, captures: Vec::new() });
        end
    }

    /// The longest match from a start; gives where the next one may start.
    fn from(&mut self, program: &Program, at: usize, found: &mut Vec<Found>) -> usize {
        self.origin = Some(at);
        let Some(end) = self.step(program.root, &Bits::of(at)).last().filter(|end| *end > at) else { return 0 };
        let mut trace = Trace::default();
        if program.numbers || self.window.folded {
            self.trace(program.root, at, end, &mut trace);
            order::by_key(&mut trace.captures, |c| (c.start as u128) << 64 | c.end as u128);
        }
        let Trace { folds, uncertain, captures } = trace;
        found.push(Found { start: at, end, folds, uncertain, captures });
        end
    }

    #[inline]
    fn hits(&self, set: GroupId, at: usize) -> impl Iterator<Item = &'a Hit> {
        let certain = self.certain;
        self.window.members.at(self.programs, set, at).filter(move |hit| !(certain && hit.uncertain))
    }

    /// The positions from which a part may be read on: `from`, and after separators that are dropped.
    fn over_separators(&self, from: &Bits<W>) -> Bits<W> {
        if !self.window.masks.has_separators {
            return *from;
        }
        let mut at = *from;
        if let Some(origin) = self.origin {
            at.remove(origin);
        }
        let mut reached = *from;
        for _ in 0..MAX_SEPARATORS {
            at = at.and(&self.separators).next();
            reached = reached.or(&at.and(&self.landing));
        }
        reached
    }

    /// The positions after the part, from any of `from`.
    pub(super) fn step(&self, op: OpId, from: &Bits<W>) -> Bits<W> {
        self.meter.add(W as u64);
        if from.is_empty()
            || self.meter.exhausted()
            || self.programs.needs(op).iter().any(|group| !self.window.members.has(self.programs, *group))
        {
            return Bits::EMPTY;
        }
        let Some(op) = self.programs.op(op) else { return Bits::EMPTY };
        let mut to = Bits::EMPTY;
        match op {
            Op::Set(set) => {
                let at = self.over_separators(from);
                for hit in self.window.members.of(self.programs, *set) {
                    self.meter.add(1);
                    if at.contains(usize::from(hit.start)) && self.usable(hit) {
                        to.insert(usize::from(hit.end));
                    }
                }
            }
            Op::Seq(parts) => {
                to = *from;
                for part in parts {
                    to = self.step(*part, &to);
                }
            }
            Op::Alt { parts, first } => {
                let open = &self.window.members.branches;
                for (_, part) in (*first..).zip(parts).filter(|(branch, _)| open.contains(*branch)) {
                    to = to.or(&self.step(*part, from));
                }
            }
            Op::Opt(part) => to = from.or(&self.step(*part, from)),
            Op::Call(pattern) => {
                if let Some(program) = self.programs.patterns.get(*pattern as usize) {
                    to = self.step(program.root, from);
                }
            }
            Op::Gap { min, max, within } => to = self.spread(from, *min, *max, &self.barrier(*within)),
            Op::Num { units, percent, cmp, .. } => {
                for at in self.over_separators(from).iter() {
                    self.numbers(at, *units, *percent, *cmp, |_, end, _| to.insert(end));
                }
            }
            Op::Class { min, max, .. } | Op::Chars { min, max, .. } => {
                let outside = self.outside(op);
                // Separators are dropped before characters only: without any, the part ends where it starts.
                if *max > 0 {
                    to = self.spread(&self.over_separators(from), (*min).max(1), Some(*max), &outside);
                }
                if *min == 0 {
                    to = to.or(from);
                }
            }
            Op::ClauseStart => {
                to = *from;
                for at in from.iter().filter(|at| !self.at_clause_start(*at)) {
                    to.remove(at);
                }
            }
            Op::ClauseEnd => {
                to = *from;
                for at in from.iter().filter(|at| !self.at_clause_end(*at)) {
                    to.remove(at);
                }
            }
            Op::NotBefore(set) => {
                to = *from;
                let any = self.window.members.has(self.programs, *set);
                for at in from.iter().filter(|_| any) {
                    let ahead = self.over_separators(&Bits::of(at));
                    let mut hits = self.window.members.of(self.programs, *set);
                    if hits.any(|hit| ahead.contains(usize::from(hit.start))) {
                        to.remove(at);
                    }
                }
            }
            Op::NotAfter(set) => {
                let mut blocked = Bits::EMPTY;
                for hit in self.window.members.of(self.programs, *set) {
                    blocked.insert(usize::from(hit.end));
                    self.meter.add(1);
                }
                let mut at = blocked;
                for _ in 0..MAX_SEPARATORS {
                    at = at.and(&self.separators).next();
                    blocked = blocked.or(&at);
                }
                to = from.minus(&blocked);
            }
        }
        to
    }

    fn barrier(&self, within: Reach) -> Bits<W> {
        match within {
            Reach::Clause => self.ends,
            Reach::Sentence => self.sentence_ends,
        }
    }

    /// The characters that are not of the class.
    fn outside(&self, op: &Op) -> Bits<W> {
        self.meter.add(self.positions().len() as u64);
        let mut outside = self.ends;
        for (at, position) in self.positions().iter().enumerate() {
            let inside = match op {
                Op::Class { class, .. } => in_class(position, class),
                Op::Chars { chars, .. } => self.in_chars(position, chars),
                _ => false,
            };
            if !inside {
                outside.insert(at);
            }
        }
        outside
    }

    fn in_chars(&self, position: &Position, chars: &[char]) -> bool {
        if chars.binary_search(&position.c).is_ok() {
            return true;
        }
        matches!(self.reader.folds.of(position.c).to, [c] if chars.binary_search(c).is_ok())
    }

    /// `min..=max` characters on, none of them in `barrier`.
    fn spread(&self, from: &Bits<W>, min: u16, max: Option<u16>, barrier: &Bits<W>) -> Bits<W> {
        let mut at = *from;
        let limit = Bits::range(0, self.positions().len());
        let open = limit.minus(barrier);
        for _ in 0..min {
            self.meter.add(W as u64);
            at = at.and(&open).next();
            if at.is_empty() {
                return at;
            }
        }
        let mut reached = at;
        for _ in min..max.unwrap_or(u16::MAX) {
            self.meter.add(W as u64);
            at = at.and(&open).next().minus(&reached);
            if at.is_empty() {
                break;
            }
            reached = reached.or(&at);
        }
        reached
    }

    // An edge uses up no characters, so an uncertain separator beside it could not be told: only certain ones are passed over.
    fn at_clause_start(&self, at: usize) -> bool {
        let (start, _) = self.window.clause(at);
        (start..at).all(|at| self.window.masks.sure.contains(at))
    }

    fn at_clause_end(&self, at: usize) -> bool {
        let end = self.ends.from(at).unwrap_or(self.positions().len());
        (at..end).all(|at| self.window.masks.sure.contains(at))
    }

    /// Every reading of a number at a position: the number, where it ends, and the folds between it and its unit.
    fn numbers(
        &self,
        at: usize,
        units: Option<GroupId>,
        percent: bool,
        cmp: Option<(CmpOp, Decimal)>,
        mut found: impl FnMut(&Number, usize, &Trace),
    ) {
        if !self.window.masks.numerals.contains(at) {
            return;
        }
        self.meter.add(8);
        let fits = |value: Decimal| cmp.is_none_or(|(op, bound)| compare(op, value, bound));
        let [short, long] = self.numerals.read(self.reader, self.window, at);
        let hundredths = if percent { self.numerals.percent(self.reader, self.window, at) } else { None };
        let readings = [short, long, hundredths];
        let mut readings = readings.iter().flatten().filter(|n| !(self.certain && n.uncertain));
        let Some(units) = units else {
            if let Some(number) = readings.next_back().filter(|n| fits(n.value)) {
                found(number, number.end, &Trace::default());
            }
            return;
        };
        for number in readings {
            if number.percent {
                if fits(number.value) {
                    found(number, number.end, &Trace::default());
                }
                continue;
            }
            let mut ends = Bits::<W>::of(number.end);
            if let Some(end) = self.numerals.and_some(self.window, number) {
                ends.insert(end);
            }
            for from in ends.iter() {
                let reach = self.over_separators(&Bits::of(from));
                for at in reach.iter() {
                    for hit in self.hits(units, at) {
                        let mut trace = Trace { folds: hit.folds, uncertain: hit.uncertain, captures: Vec::new() };
                        self.dropped(from, at, &mut trace);
                        let end = usize::from(hit.end);
                        let tail = self.numerals.tail(self.reader, self.window, number, end);
                        let (value, end) = tail.unwrap_or((number.value, end));
                        if fits(value) {
                            found(&Number { value, ..*number }, end, &trace);
                        }
                    }
                }
            }
        }
    }

    /// The folds that dropping the separators `from..to` needed.
    fn dropped(&self, from: usize, to: usize, trace: &mut Trace) {
        for position in self.positions().get(from..to).unwrap_or(&[]) {
            let fold = self.reader.folds.of(position.c);
            trace.folds = trace.folds.union(fold.folds);
            trace.uncertain |= fold.uncertain;
        }
    }

    /// Where a part that drops separators before itself may really have started, nearest first.
    fn starts(&self, at: usize) -> Vec<usize> {
        self.over_separators(&Bits::of(at)).iter().collect()
    }

    /// Finds what the part used between two positions; it is known to reach from the one to the other.
    fn trace(&self, op: OpId, start: usize, end: usize, trace: &mut Trace) {
        let Some(op) = self.programs.op(op) else { return };
        if self.meter.exhausted() {
            return;
        }
        let reaches = |part: OpId, from: usize, to: usize| self.step(part, &Bits::of(from)).contains(to);
        match op {
            Op::Set(set) => {
                let mut best: Option<(usize, &Hit)> = None;
                for at in self.starts(start) {
                    for hit in self.hits(*set, at).filter(|hit| usize::from(hit.end) == end) {
                        let rank = |at: usize, hit: &Hit| (hit.uncertain, at, hit.folds.len());
                        if best.is_none_or(|(other, known)| rank(at, hit) < rank(other, known)) {
                            best = Some((at, hit));
                        }
                    }
                }
                if let Some((at, hit)) = best {
                    self.dropped(start, at, trace);
                    trace.folds = trace.folds.union(hit.folds);
                    trace.uncertain |= hit.uncertain;
                }
            }
            Op::Seq(parts) => {
                let mut sets = Vec::with_capacity(parts.len());
                let mut at = Bits::of(start);
                for part in parts {
                    sets.push(at);
                    at = self.step(*part, &at);
                }
                let mut to = end;
                for (part, set) in parts.iter().zip(sets).rev() {
                    let Some(from) = set.iter().rev().find(|from| *from <= to && reaches(*part, *from, to)) else {
                        return;
                    };
                    self.trace(*part, from, to, trace);
                    to = from;
                }
            }
            Op::Alt { parts, .. } => {
                if let Some(part) = parts.iter().find(|part| reaches(**part, start, end)) {
                    self.trace(*part, start, end, trace);
                }
            }
            Op::Opt(part) => {
                if reaches(*part, start, end) {
                    self.trace(*part, start, end, trace);
                }
            }
            Op::Call(pattern) => {
                if let Some(program) = self.programs.patterns.get(*pattern as usize) {
                    self.trace(program.root, start, end, trace);
                }
            }
            Op::Num { capture, units, percent, cmp } => {
                let mut best = None::<(usize, Number, FoldSet, bool)>;
                for at in self.starts(start) {
                    self.numbers(at, *units, *percent, *cmp, |number, to, own| {
                        if to == end && best.is_none() {
                            best = Some((at, *number, own.folds, own.uncertain));
                        }
                    });
                }
                if let Some((at, number, folds, uncertain)) = best {
                    self.dropped(start, at, trace);
                    trace.folds = trace.folds.union(number.folds).union(folds);
                    trace.uncertain |= number.uncertain || uncertain;
                    if let Some(name) = capture {
                        let (from, to) = self.window.bytes(at, end);
                        trace.captures.push(Capture { name: *name, value: number.value, start: from, end: to });
                    }
                }
            }
            Op::Class { min, max, .. } | Op::Chars { min, max, .. } => {
                let outside = self.outside(op);
                let starts = self.starts(start).into_iter();
                let reaches = |at: &usize| self.spread(&Bits::of(*at), *min, Some(*max), &outside).contains(end);
                if let Some(at) = starts.filter(|_| end > start).find(reaches) {
                    self.dropped(start, at, trace);
                }
            }
            Op::Gap { .. } | Op::ClauseStart | Op::ClauseEnd | Op::NotBefore(_) | Op::NotAfter(_) => {}
        }
    }
}

fn compare(op: CmpOp, value: Decimal, bound: Decimal) -> bool {
    match op {
        CmpOp::Eq => value == bound,
        CmpOp::Ne => value != bound,
        CmpOp::Lt => value < bound,
        CmpOp::Le => value <= bound,
        CmpOp::Gt => value > bound,
        CmpOp::Ge => value >= bound,
    }
}
