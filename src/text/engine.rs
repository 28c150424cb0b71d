//! The engine: tables in, matches out. A text is read once by the automaton, a block of lines at a time; only sentences with a hit
//! of a word that anchors a wanted pattern are opened, and only the patterns anchored there are run.

use super::api::{Limit, Match, Outcome, PatternFault, PatternSet, ScanLimits, TextError, TextSource};
use super::automaton::{Automaton, Expansions, MARK, RawHit, Readout};
use super::context::{self, Contexts, Question};
use super::fold::{Fate, Folds};
use super::number::Numerals;
use super::program::{Compiler, Programs, SetId};
use super::run::{Found, Meter, Runner};
use super::sentence;
use super::symbols::{EXPAND, SEP, SEP_UNSURE, SYMBOL, Symbols, ZERO};
use super::trie::Parts;
use super::window::{MAX_SENTENCE, Reader, Window};
use super::words::Words;
use crate::order;
use crate::pack::model::{Context, Ref, Word};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

/// Longest text; what lies beyond is not read.
const MAX_TEXT: usize = i32::MAX as usize;
/// How much text is read before its hits are looked at; a block ends with a line.
const BLOCK: usize = 1 << 16;
/// Most entries of the table from outputs to sets.
const MAX_OUTPUT_SETS: usize = 1 << 24;
/// The version of the stored form.
const STORED_VERSION: u32 = 1;

/// Scans texts for the patterns of a bundle. Immutable; one serves all texts.
#[derive(Debug)]
pub struct TextEngine {
    pub(super) reader: Reader,
    pub(super) programs: Programs,
    pub(super) numerals: Numerals,
    pub(super) contexts: Vec<Context>,
    fingerprint: [u8; 32],
    /// Tells engines apart, so that scratch memory knows whether it was prepared for this one.
    id: u64,
    /// The sets that hold the words of each output; of words of separators under 0.
    output_sets: Vec<SetId>,
    /// Where an output's sets begin.
    output_sets_at: Vec<u32>,
    /// For words with a mark inside that ends a sentence: how many sentences they reach back, by word; else empty.
    crossing: Vec<u8>,
}

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

/// Counts engines, from 1.
static ENGINES: AtomicU64 = AtomicU64::new(1);

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    fingerprint: [u8; 32],
    automaton: Parts,
}

/// Memory that scans reuse; a new one works with any engine.
#[derive(Debug, Default)]
pub struct Scratch {
    /// The engine and the patterns this is prepared for.
    engine: u64,
    wanted: PatternSet,
    read: Readout,
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
    /// By set: the last sentence in which a candidate looks at it.
    looked_at: Vec<u32>,
    sentence: u32,
    candidates: Vec<Ref>,
    found: Vec<Found>,
    matches: Vec<Match>,
}

/// A scanned text: its matches, and answers about their contexts.
#[derive(Debug)]
pub struct Scan<'e, 't> {
    engine: &'e TextEngine,
    text: &'t str,
    /// The matches of the wanted patterns, by start, then end, then pattern.
    pub matches: Vec<Match>,
    meter: Meter,
    limit: Cell<Option<Limit>>,
    contexts: RefCell<Contexts>,
}

impl<'t> Scan<'_, 't> {
    /// The scanned text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Work so far, contexts included, and the bound that was hit, if any.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        Outcome { work: self.meter.used(), limit: self.limit.get() }
    }

    /// Whether the context is true of the match; `None` where the work limit does not allow to find out, or there is no such
    /// context.
    #[must_use]
    pub fn context(&self, context: Ref, of: &Match) -> Option<bool> {
        self.engine.contexts.get(context as usize)?;
        let mut contexts = self.contexts.try_borrow_mut().ok()?;
        let question = Question { engine: self.engine, text: self.text, of, meter: &self.meter };
        let holds = !self.meter.exhausted() && contexts.ask(&question, context);
        if self.meter.exhausted() {
            self.limit.set(Some(self.limit.get().unwrap_or(Limit::Work)));
            return None;
        }
        Some(holds)
    }
}

impl TextEngine {
    /// Builds an engine. `stored` is what [`Self::to_bytes`] gave for the same tables; it saves building the automaton.
    ///
    /// # Errors
    /// [`TextError`]; never panics, whatever the tables hold.
    pub fn build(source: &TextSource, stored: Option<&[u8]>) -> Result<Self, TextError> {
        let folds = Folds::build(source.folds)?;
        let percent = percent_words(source, &folds);
        let mut table = source.words;
        let with_percent;
        let mut percent_word = None;
        if !percent.is_empty() {
            percent_word = u32::try_from(table.len()).ok();
            let own = Word { text: "百分之".to_owned(), exact: false };
            with_percent = table.iter().cloned().chain([own]).collect::<Vec<_>>();
            table = &with_percent;
        }
        let (words, symbols) = Words::build(table, &folds)?;
        let fingerprint = fingerprint(table, source);
        let automaton = Automaton::new(match stored {
            Some(bytes) => load(bytes, fingerprint, words.len(), &symbols)?,
            None => Parts::build(&words, &symbols)?,
        });
        let fold_chars = |set: &str| -> Vec<char> {
            let folded = |c: char| match folds.of(c) {
                fold if fold.fate == Fate::Kept => fold.to.first().copied().filter(|_| fold.to.len() == 1).unwrap_or(c),
                _ => c,
            };
            set.chars().map(folded).chain(set.chars()).collect()
        };
        let compiler =
            Compiler { patterns: source.patterns, words: &words, percent, percent_word, fold_chars: &fold_chars };
        let mut programs = compiler.compile()?;
        context::check(source.contexts, source.patterns.len())?;
        let crossing = crossing(&words, &symbols);
        if !crossing.is_empty() {
            let uses: Vec<bool> = crossing.iter().map(|back| *back > 0).collect();
            programs.crossing = Programs::users(&uses, source.patterns)?;
        }
        let expansions = Expansions::build(&folds, &symbols);
        let reader = Reader { folds, symbols, words, expansions, automaton };
        let numerals = Numerals::build(&reader);
        let (output_sets, output_sets_at) = output_sets(&reader, &programs)?;
        let id = ENGINES.fetch_add(1, Ordering::Relaxed);
        let contexts = source.contexts.to_vec();
        Ok(Self { reader, programs, numerals, contexts, fingerprint, id, output_sets, output_sets_at, crossing })
    }

    /// The automaton, to be stored beside the tables.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let stored =
            Stored { version: STORED_VERSION, fingerprint: self.fingerprint, automaton: self.reader.automaton.parts() };
        postcard::to_allocvec(&stored).unwrap_or_default()
    }

    /// What the compiler should refuse in a pattern, if anything.
    #[must_use]
    pub fn fault(&self, pattern: Ref) -> Option<PatternFault> {
        let program = self.programs.patterns.get(pattern as usize)?;
        if program.nullable {
            return Some(PatternFault::Empty);
        }
        program.anchor.is_none().then_some(PatternFault::NoAnchor)
    }

    /// The text as words are compared: characters folded, zero-width characters and separators dropped.
    #[must_use]
    pub fn fold(&self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        for c in text.chars() {
            let fold = self.reader.folds.of(c);
            if fold.fate == Fate::Kept {
                if fold.to.is_empty() { folded.push(c) } else { folded.extend(fold.to) }
            }
        }
        folded
    }

    /// Every match of the wanted patterns, in order of position.
    #[must_use]
    pub fn scan<'e, 't>(
        &'e self,
        text: &'t str,
        wanted: &PatternSet,
        limits: &ScanLimits,
        scratch: &mut Scratch,
    ) -> Scan<'e, 't> {
        let mut matches = Vec::new();
        let outcome = self.visit(text, wanted, limits, scratch, |found| matches.push(found.clone()));
        matches.sort_by_key(|m: &Match| (m.start, m.end, m.pattern));
        Scan {
            engine: self,
            text: clipped(text),
            matches,
            meter: Meter::new(outcome.work, limits.work),
            limit: Cell::new(outcome.limit),
            contexts: RefCell::default(),
        }
    }

    /// Calls `found` with every match of the wanted patterns, sentence by sentence, and keeps none.
    pub fn visit(
        &self,
        text: &str,
        wanted: &PatternSet,
        limits: &ScanLimits,
        scratch: &mut Scratch,
        mut found: impl FnMut(&Match),
    ) -> Outcome {
        let whole = text.len();
        let text = clipped(text);
        let meter = Meter::new(0, limits.work);
        scratch.prepare(self, wanted);
        let everywhere = self.programs.unanchored.iter().any(|pattern| wanted.contains(*pattern));
        let mut count = 0usize;
        let mut limit = None;
        let mut from = 0usize;
        while from < text.len() && limit.is_none() {
            let to = block_end(text, from);
            let block = text.get(from..to).unwrap_or("");
            meter.add(block.len() as u64);
            let mut read = std::mem::take(&mut scratch.read);
            read.clear();
            self.read(block, from, &mut read);
            let mut emit = |found_here: &mut Vec<Match>| -> bool {
                for one in found_here.drain(..) {
                    if count >= limits.matches {
                        return false;
                    }
                    count = count.saturating_add(1);
                    found(&one);
                }
                true
            };
            let mut pass = Pass { engine: self, text, wanted, meter: &meter, scratch: &mut *scratch };
            let all = pass.block(&read, from..to, everywhere, &mut emit);
            scratch.read = read;
            if !all {
                limit = Some(Limit::Matches);
            } else if meter.exhausted() {
                limit = Some(Limit::Work);
            }
            from = to;
        }
        if limit.is_none() && text.len() < whole {
            limit = Some(Limit::Text);
        }
        Outcome { work: meter.used(), limit }
    }

    fn read(&self, text: &str, from: usize, read: &mut Readout) {
        let Reader { symbols, expansions, words, automaton, .. } = &self.reader;
        let from = u32::try_from(from).unwrap_or(u32::MAX);
        automaton.run(symbols, expansions, !words.marks.is_empty(), text, from, read);
    }

    /// The sets that hold a word of a hit.
    #[inline]
    fn sets_of(&self, output: u32) -> &[SetId] {
        let index = if output == MARK { 0 } else { output as usize };
        let first = self.output_sets_at.get(index).copied().unwrap_or(0) as usize;
        let last = self.output_sets_at.get(index.wrapping_add(1)).copied().unwrap_or(0) as usize;
        self.output_sets.get(first..last).unwrap_or(&[])
    }

    /// Opens a window on a sentence that was not read before.
    pub(super) fn open(
        &self,
        window: &mut Window,
        read: &mut Readout,
        text: &str,
        (start, end): (usize, usize),
        meter: &Meter,
    ) {
        read.clear();
        meter.add(end.saturating_sub(start) as u64);
        self.read(text.get(start..end).unwrap_or(""), start, read);
        meter.add(read.hits.len() as u64);
        window.open(&self.reader, text, (start, end), &read.hits, |_| true);
    }
}

impl Scratch {
    fn prepare(&mut self, engine: &TextEngine, wanted: &PatternSet) {
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
        for table in [&mut self.present, &mut self.looked_at] {
            table.clear();
            table.resize(engine.programs.anchored.len(), 0);
        }
        self.sets.clear();
        self.sets.extend(engine.programs.anchored.iter().map(|list| list.iter().any(|p| wanted.contains(*p))));
    }

    /// A number for the next sentence.
    fn stamp(&mut self) -> u32 {
        self.sentence = self.sentence.wrapping_add(1);
        if self.sentence == 0 {
            for table in [&mut self.seen, &mut self.present, &mut self.looked_at] {
                table.fill(0);
            }
            self.sentence = 1;
        }
        self.sentence
    }
}

/// One scan under way.
struct Pass<'a> {
    engine: &'a TextEngine,
    text: &'a str,
    wanted: &'a PatternSet,
    meter: &'a Meter,
    scratch: &'a mut Scratch,
}

impl Pass<'_> {
    /// All sentences of a block that may hold a match. `false`: `emit` wants no more.
    fn block(
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
        let anchors = self.engine.sets_of(hit.output).iter().any(|set| sets.get(*set as usize) == Some(&true));
        let mut single = hit.output == MARK;
        if !single {
            let words = &self.engine.reader.words;
            self.engine
                .reader
                .automaton
                .outputs(hit.output, |word| single |= words.get(word).is_none_or(|w| !w.doubled));
        }
        let value = match () {
            () if self.reach_back(hit).is_some() => Trigger::Yes,
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
        self.candidates(hits, everywhere, &mut candidates);
        let mut window = self.scratch.window.take().unwrap_or_default();
        if !candidates.is_empty() {
            let (seen, stamp) = (&self.scratch.looked_at, self.scratch.sentence);
            let wanted = |output: u32| engine.sets_of(output).iter().any(|set| seen.get(*set as usize) == Some(&stamp));
            window.open(&engine.reader, self.text, (start, end), hits, wanted);
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
            window.open(&engine.reader, self.text, (first, end), raw.get(low..high).unwrap_or(&[]), |_| true);
            candidates.clear();
            candidates.extend(engine.programs.crossing.iter().filter(|p| self.wanted.contains(**p)));
            self.run(&window, &candidates, Some(start));
        }
        if self.scratch.matches.len() > 1 {
            self.scratch.matches.sort_unstable_by_key(|m| (m.start, m.end, m.pattern));
        }
        self.scratch.window = Some(window);
        self.scratch.candidates = candidates;
    }

    /// The patterns that a sentence with these hits may match: one anchored on a word of it, all sets that it needs among the
    /// words. Marks the sets they look at.
    fn candidates(&mut self, hits: &[RawHit], everywhere: bool, candidates: &mut Vec<Ref>) {
        let programs = &self.engine.programs;
        let stamp = self.scratch.stamp();
        let Scratch { present, sets, seen, looked_at, .. } = &mut *self.scratch;
        for hit in hits {
            for set in self.engine.sets_of(hit.output) {
                let Some(known) = present.get_mut(*set as usize).filter(|known| **known != stamp) else { continue };
                *known = stamp;
                if sets.get(*set as usize) != Some(&true) {
                    continue;
                }
                for pattern in programs.anchored.get(*set as usize).map_or(&[][..], Vec::as_slice) {
                    if let Some(seen) = seen.get_mut(*pattern as usize)
                        && *seen != stamp
                    {
                        *seen = stamp;
                        candidates.push(*pattern);
                    }
                }
            }
        }
        let wanted = self.wanted;
        candidates.retain(|pattern| {
            let needs = programs.required.get(*pattern as usize).map_or(&[][..], Vec::as_slice);
            wanted.contains(*pattern) && needs.iter().all(|set| present.get(*set as usize) == Some(&stamp))
        });
        if everywhere {
            candidates.extend(programs.unanchored.iter().filter(|p| wanted.contains(**p)));
        }
        for pattern in candidates.iter() {
            for set in programs.used.get(*pattern as usize).map_or(&[][..], Vec::as_slice) {
                if let Some(place) = looked_at.get_mut(*set as usize) {
                    *place = stamp;
                }
            }
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
            0..64 => self.run_wide::<1>(window, candidates, across),
            64..256 => self.run_wide::<4>(window, candidates, across),
            _ => self.run_wide::<32>(window, candidates, across),
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

/// At most [`MAX_TEXT`] bytes of a text.
fn clipped(text: &str) -> &str {
    if text.len() <= MAX_TEXT {
        return text;
    }
    let mut end = MAX_TEXT;
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or("")
}

/// The end of the block that starts at `from`: after a line break, or the end of the text.
fn block_end(text: &str, from: usize) -> usize {
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

/// The sets of all outputs, and where each output's begin.
fn output_sets(reader: &Reader, programs: &Programs) -> Result<(Vec<SetId>, Vec<u32>), TextError> {
    let (mut sets, mut at) = (Vec::new(), vec![0u32]);
    for output in 0..=reader.automaton.output_count() {
        let first = sets.len();
        if output == 0 {
            reader.words.marks.iter().for_each(|(word, _)| sets.extend_from_slice(programs.sets_of(*word)));
        }
        reader.automaton.outputs(u32::try_from(output).unwrap_or(0), |word| {
            sets.extend_from_slice(programs.sets_of(word));
        });
        let mut own = sets.split_off(first);
        order::set(&mut own);
        sets.append(&mut own);
        if sets.len() > MAX_OUTPUT_SETS {
            return Err(TextError::TooLarge("lexicons"));
        }
        at.push(u32::try_from(sets.len()).unwrap_or(u32::MAX));
    }
    Ok((sets, at))
}

/// For each word how many sentence ends lie inside it; empty if none has any.
fn crossing(words: &Words, symbols: &Symbols) -> Vec<u8> {
    let inside = |index: usize| {
        let word = u32::try_from(index).ok().and_then(|index| words.get(index));
        let letters = word.map_or(&[][..], |word| words.letters(word));
        let inner = letters.split_last().map_or(&[][..], |(_, inner)| inner);
        let mut ends = 0u8;
        for (at, letter) in inner.iter().enumerate() {
            let next = letters.get(at.saturating_add(1));
            if symbols.ends_sentence(letter.symbol) && !next.is_some_and(|l| symbols.ends_sentence(l.symbol)) {
                ends = ends.saturating_add(1);
            }
        }
        ends
    };
    let all: Vec<u8> = (0..words.len()).map(inside).collect();
    if all.iter().any(|ends| *ends > 0) { all } else { Vec::new() }
}

/// The words that are a per cent sign and units of numbers.
fn percent_words(source: &TextSource, folds: &Folds) -> Vec<u32> {
    let is_percent = |c: char| {
        let fold = folds.of(c);
        c == '%' || fold.to == ['%']
    };
    let mut words: Vec<u32> = (0u32..)
        .zip(source.words)
        .filter(|(_, word)| {
            let mut chars = word.text.chars();
            !word.exact && chars.next().is_some_and(is_percent) && chars.next().is_none()
        })
        .map(|(index, _)| index)
        .collect();
    let used = |word: &u32| {
        source.patterns.iter().flat_map(|p| &p.nodes).any(|node| match node {
            crate::pack::model::PatNode::Num { units, .. } => units.contains(word),
            _ => false,
        })
    };
    words.truncate(8);
    words.retain(used);
    words
}

/// Of what an automaton is built from.
fn fingerprint(words: &[Word], source: &TextSource) -> [u8; 32] {
    let mut hash = Sha256::new();
    for word in words {
        hash.update([u8::from(word.exact)]);
        hash.update((word.text.len() as u64).to_le_bytes());
        hash.update(word.text.as_bytes());
    }
    for table in source.folds {
        hash.update([0xff, table.kind as u8, u8::from(table.uncertain)]);
        hash.update((table.entries.len() as u64).to_le_bytes());
        for (from, to) in &table.entries {
            hash.update(u32::from(*from).to_le_bytes());
            hash.update((to.len() as u64).to_le_bytes());
            hash.update(to.as_bytes());
        }
    }
    hash.finalize().into()
}

fn load(bytes: &[u8], fingerprint: [u8; 32], words: usize, symbols: &Symbols) -> Result<Parts, TextError> {
    let stored: Stored = postcard::from_bytes(bytes).map_err(|_| TextError::Stored("damaged"))?;
    if stored.version != STORED_VERSION {
        return Err(TextError::Stored("another version"));
    }
    if stored.fingerprint != fingerprint {
        return Err(TextError::Stored("built from other tables"));
    }
    stored.automaton.check(words, symbols)?;
    Ok(stored.automaton)
}
