//! One scan: which sentences are worth opening, and what is found in them. A text is read a block of lines at a time; of its hits
//! those that anchor a wanted pattern point out sentences, and a sentence is opened if all words are there that one of the
//! patterns needs.

use super::api::{Match, PatternSet};
use super::automaton::{MARK, RawHit, Readout};
use super::bits::{SHORT, WIDE};
use super::engine::TextEngine;
use super::program::{GroupId, Marks, SetId};
use super::run::{Found, Meter, Runner};
use super::sentence;
use super::symbols::{EXPAND, SEP, SEP_UNSURE, SYMBOL, ZERO};
use super::window::{Hit, MAX_SENTENCE, Window};
use crate::order;
use crate::pack::model::Ref;
use std::ops::Range;

/// How much text is read before its hits are looked at; a block ends with a line.
const BLOCK: usize = 1 << 16;

/// What a hit of an output means for the patterns that are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trigger {
    Unknown,
    /// No pattern is anchored on it.
    No,
    /// Some pattern is.
    Yes,
    /// Some pattern is, but all its words end with a doubled character, of which the hit is the first.
    Doubled,
}

/// Memory that scans reuse; a new one works with any engine.
#[derive(Debug, Default)]
pub struct Scratch {
    /// The engine and the patterns this is prepared for.
    engine: u64,
    wanted: PatternSet,
    pub(super) read: Readout,
    /// Boxed: it is taken out and put back for every sentence.
    window: Option<Box<Window>>,
    /// By output: what a hit of it means.
    triggers: Vec<Trigger>,
    /// By set: a wanted pattern is anchored on it.
    sets: Vec<bool>,
    /// By pattern: the last sentence it was a candidate in; sentences are counted.
    seen: Vec<u32>,
    /// By set: the last sentence that has a word of it.
    present: Vec<u32>,
    /// By set: a wanted pattern looks at it.
    looked_at: Vec<bool>,
    /// By group: whether a sentence has a word of it, and which that was; sentences are counted by two.
    groups: Vec<u32>,
    /// The branches of alternatives that may lead somewhere in a sentence.
    branches: Marks,
    sentence: u32,
    candidates: Vec<Ref>,
    found: Vec<Found>,
    matches: Vec<Match>,
}

impl Scratch {
    pub(super) fn prepare(&mut self, engine: &TextEngine, wanted: &PatternSet) {
        if self.engine == engine.id && self.wanted == *wanted {
            return;
        }
        self.engine = engine.id;
        self.wanted.clone_from(wanted);
        self.triggers.clear();
        self.triggers.resize(engine.reader.automaton.output_count().saturating_add(1), Trigger::Unknown);
        self.seen.clear();
        self.seen.resize(engine.programs.patterns.len(), 0);
        self.sentence = 0;
        self.groups.clear();
        self.groups.resize(engine.programs.group_count(), 0);
        self.present.clear();
        self.present.resize(engine.programs.set_count(), 0);
        self.looked_at = engine.programs.looked_at(wanted.iter());
        self.sets.clear();
        let sets = 0..u32::try_from(engine.programs.set_count()).unwrap_or(u32::MAX);
        self.sets.extend(sets.map(|set| engine.programs.anchored(set).iter().any(|p| wanted.contains(*p))));
    }

    /// A number for the next sentence.
    fn stamp(&mut self) -> u32 {
        self.sentence = self.sentence.wrapping_add(2);
        if self.sentence == 0 {
            for table in [&mut self.seen, &mut self.present, &mut self.groups] {
                table.fill(0);
            }
            self.sentence = 2;
        }
        self.sentence
    }
}

/// One scan under way.
pub(super) struct Pass<'a> {
    pub(super) engine: &'a TextEngine,
    pub(super) text: &'a str,
    pub(super) wanted: &'a PatternSet,
    pub(super) meter: &'a Meter,
    pub(super) scratch: &'a mut Scratch,
}

impl Pass<'_> {
    /// All sentences of a block that may hold a match. `false`: `emit` wants no more.
    pub(super) fn block(
        &mut self,
        read: &Readout,
        block: Range<usize>,
        everywhere: bool,
        emit: &mut impl FnMut(&mut Vec<Match>) -> bool,
    ) -> bool {
        let mut cursor = block.start;
        let mut hits = read.hits.as_slice();
        let mut sentences = read.sentences.as_slice();
        let mut before = block.start;
        while !self.meter.exhausted() {
            let (start, end) = if everywhere {
                let symbols = &self.engine.reader.symbols;
                let Some(bytes) = sentence::next(symbols, self.text, cursor) else { break };
                if bytes.0 >= block.end {
                    break;
                }
                bytes
            } else {
                let Some(hit) = hits.iter().find(|hit| self.starts(hit)) else { break };
                let mut end = block.end;
                while let [(ends, next), rest @ ..] = sentences {
                    if *ends >= hit.end {
                        end = *ends as usize;
                        break;
                    }
                    before = *next as usize;
                    sentences = rest;
                }
                let start = before.max(cursor);
                if end.saturating_sub(start) <= MAX_SENTENCE {
                    (start, end)
                } else {
                    sentence::around(&self.engine.reader.symbols, self.text, start, hit.end as usize)
                }
            };
            let first = hits.iter().position(|hit| hit.end as usize > start).unwrap_or(hits.len());
            hits = hits.get(first..).unwrap_or(&[]);
            let count = hits.iter().position(|hit| hit.end as usize > end).unwrap_or(hits.len());
            let (own, rest) = hits.split_at(count.min(hits.len()));
            hits = rest;
            self.sentence(start, end, own, &read.hits, block.start, everywhere);
            if !self.scratch.matches.is_empty() && !emit(&mut self.scratch.matches) {
                return false;
            }
            cursor = end.max(cursor.saturating_add(1));
        }
        true
    }

    /// Whether a wanted pattern may be around a hit.
    #[inline]
    fn starts(&mut self, hit: &RawHit) -> bool {
        let index = if hit.output == MARK { 0 } else { hit.output as usize };
        let known = self.scratch.triggers.get(index).copied().unwrap_or(Trigger::Unknown);
        match if known == Trigger::Unknown { self.learn(index, hit) } else { known } {
            Trigger::Yes => true,
            Trigger::Doubled => self.is_doubled(hit),
            Trigger::No | Trigger::Unknown => false,
        }
    }

    #[cold]
    fn learn(&mut self, index: usize, hit: &RawHit) -> Trigger {
        let sets = &self.scratch.sets;
        let anchors = self.engine.is_in(hit.output, |set| sets.get(set as usize) == Some(&true));
        let mut single = hit.output == MARK;
        if !single {
            let words = &self.engine.reader.words;
            self.engine
                .reader
                .automaton
                .outputs(hit.output, |word| single |= words.get(word).is_none_or(|w| !w.doubled));
        }
        let value = match () {
            () if self.reach_back(hit).is_some() || self.engine.respelt(hit.output) => Trigger::Yes,
            () if !anchors => Trigger::No,
            () if single => Trigger::Yes,
            () => Trigger::Doubled,
        };
        if let Some(place) = self.scratch.triggers.get_mut(index) {
            *place = value;
        }
        value
    }

    /// Whether the character before the end of a hit is followed by the same, separators aside.
    fn is_doubled(&self, hit: &RawHit) -> bool {
        let symbols = &self.engine.reader.symbols;
        let symbol = |c: char| symbols.entry(c) & SYMBOL;
        let end = hit.end as usize;
        let before = self.text.get(..end).and_then(|text| text.chars().next_back()).map_or(0, symbol);
        let mut after = self.text.get(end..).unwrap_or("").chars().map(symbol);
        let next = after.find(|s| !matches!(*s, ZERO | SEP | SEP_UNSURE));
        next.is_some_and(|next| next == before || next == EXPAND || before == EXPAND)
    }

    fn sentence(&mut self, start: usize, end: usize, hits: &[RawHit], raw: &[RawHit], block: usize, everywhere: bool) {
        let engine = self.engine;
        self.meter.add(hits.len() as u64);
        let mut candidates = std::mem::take(&mut self.scratch.candidates);
        candidates.clear();
        let mut window = self.scratch.window.take().unwrap_or_default();
        // What a respelt word anchors is known only when it is read.
        let respelt = hits.iter().any(|hit| engine.respelt(hit.output));
        if respelt {
            window.begin(engine, self.text, (start, end), hits, self.meter);
        }
        self.candidates(hits, if respelt { &window.respelt } else { &[] }, everywhere, &mut candidates);
        if !candidates.is_empty() {
            if !respelt {
                window.begin(engine, self.text, (start, end), hits, self.meter);
            }
            let looked_at = &self.scratch.looked_at;
            let wanted = |set: SetId| looked_at.get(set as usize) == Some(&true);
            window.fill(engine, self.text, hits, wanted, self.meter);
            self.run(&window, &candidates, None);
        }
        let back =
            if engine.crossing.is_empty() { None } else { hits.iter().filter_map(|hit| self.reach_back(hit)).max() };
        if let Some(back) = back {
            let mut first = start;
            for _ in 0..back {
                first =
                    sentence::previous(&engine.reader.symbols, self.text, first).map_or(first, |(at, _)| at.max(block));
            }
            let low = raw.partition_point(|hit| (hit.end as usize) <= first);
            let high = raw.partition_point(|hit| (hit.end as usize) <= end);
            window.open(engine, self.text, (first, end), raw.get(low..high).unwrap_or(&[]), |_| true, self.meter);
            candidates.clear();
            candidates.extend(engine.programs.crossing.iter().filter(|p| self.wanted.contains(**p)));
            self.run(&window, &candidates, Some(start));
        }
        if self.scratch.matches.len() > 1 {
            order::by_key(&mut self.scratch.matches, Match::order);
        }
        self.scratch.window = Some(window);
        self.scratch.candidates = candidates;
    }

    /// The patterns that a sentence with these hits may match: anchored on a word of it, and of all groups that they need one
    /// among the words.
    fn candidates(&mut self, hits: &[RawHit], respelt: &[Hit], everywhere: bool, candidates: &mut Vec<Ref>) {
        let programs = &self.engine.programs;
        let stamp = self.scratch.stamp();
        let Scratch { present, sets, seen, groups, branches, .. } = &mut *self.scratch;
        programs.start(branches);
        let mut add = |set: SetId| {
            let Some(known) = present.get_mut(set as usize).filter(|known| **known != stamp) else { return };
            *known = stamp;
            programs.reach(set, branches);
            if sets.get(set as usize) != Some(&true) {
                return;
            }
            for pattern in programs.anchored(set) {
                if let Some(seen) = seen.get_mut(*pattern as usize)
                    && *seen != stamp
                {
                    *seen = stamp;
                    candidates.push(*pattern);
                }
            }
        };
        for hit in hits {
            self.engine.sets_of(hit.output, |set| {
                add(set);
                false
            });
        }
        respelt.iter().for_each(|hit| programs.sets_of(hit.word).for_each(&mut add));
        let wanted = self.wanted;
        let mut has = |group: GroupId| {
            let Some(known) = groups.get_mut(group as usize) else { return false };
            if *known & !1 != stamp {
                let any = programs.sets(group).iter().any(|set| present.get(*set as usize) == Some(&stamp));
                *known = stamp | u32::from(any);
            }
            *known & 1 == 1
        };
        candidates.retain(|pattern| {
            wanted.contains(*pattern)
                && programs
                    .patterns
                    .get(*pattern as usize)
                    .is_some_and(|program| programs.may_match(program, branches, &mut has))
        });
        if everywhere {
            candidates.extend(programs.unanchored.iter().filter(|p| wanted.contains(**p)));
        }
    }

    /// How many sentences the words of a hit reach back, where one does.
    fn reach_back(&self, hit: &RawHit) -> Option<u8> {
        let mut most = 0u8;
        if hit.output != MARK && !self.engine.crossing.is_empty() {
            self.engine.reader.automaton.outputs(hit.output, |word| {
                most = most.max(self.engine.crossing.get(word as usize).copied().unwrap_or(0));
            });
        }
        Some(most).filter(|back| *back > 0)
    }

    /// Runs patterns on a window; with `across`, keeps only matches that begin before that byte and end after it.
    fn run(&mut self, window: &Window, candidates: &[Ref], across: Option<usize>) {
        match window.positions.len() {
            0..SHORT => self.run_wide::<2>(window, candidates, across),
            _ => self.run_wide::<WIDE>(window, candidates, across),
        }
    }

    fn run_wide<const W: usize>(&mut self, window: &Window, candidates: &[Ref], across: Option<usize>) {
        let engine = self.engine;
        let new =
            |certain| Runner::<W>::new(&engine.programs, &engine.reader, &engine.numerals, window, self.meter, certain);
        let mut certain = new(window.uncertain);
        let mut uncertain = window.uncertain.then(|| new(false));
        let mut found = std::mem::take(&mut self.scratch.found);
        let whole = window.bytes(0, window.length);
        for pattern in candidates {
            let Some(program) = engine.programs.patterns.get(*pattern as usize) else { continue };
            found.clear();
            certain.matches(program, &mut found);
            if let Some(runner) = &mut uncertain {
                // What can be read with certainty stands; an uncertain reading adds what lies beside it.
                let sure = found.len();
                runner.matches(program, &mut found);
                let mut more = found.split_off(sure.min(found.len()));
                self.meter.add((found.len() as u64).saturating_mul(more.len() as u64));
                more.retain(|m| found.iter().all(|k| m.end <= k.start || k.end <= m.start));
                found.append(&mut more);
            }
            for one in found.drain(..) {
                let (start, end) = window.bytes(one.start, one.end);
                if across.is_some_and(|at| start >= at || end <= at) {
                    continue;
                }
                let (first, last) = window.clause(one.start);
                let clause = window.bytes(first, last);
                self.scratch.matches.push(Match {
                    pattern: *pattern,
                    start,
                    end,
                    folds: one.folds,
                    uncertain: one.uncertain,
                    captures: one.captures,
                    sentence: whole.0..whole.1.max(start),
                    clause: clause.0..clause.1,
                });
            }
        }
        self.scratch.found = found;
    }
}

/// The end of the block that starts at `from`: after a line break, or the end of the text.
pub(super) fn block_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let near = from.saturating_add(BLOCK);
    if near >= bytes.len() {
        return bytes.len();
    }
    let after = |at: usize| at.saturating_add(1);
    if let Some(at) = bytes.get(from..near).and_then(|b| b.iter().rposition(|b| *b == b'\n')) {
        return from.saturating_add(after(at));
    }
    let found = bytes.get(near..).and_then(|b| b.iter().position(|b| *b == b'\n'));
    found.map_or(bytes.len(), |at| near.saturating_add(after(at)))
}
