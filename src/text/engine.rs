//! The engine: tables in, matches out. A text is read once by the automaton, a block of lines at a time; only sentences with a hit
//! of a word that anchors a wanted pattern are opened, and only the patterns anchored there are run.

use super::api::{Limit, Match, Outcome, PatternFault, PatternSet, ScanLimits, TextError, TextSource};
use super::automaton::{Automaton, Expansions, MARK, RawHit};
use super::context::{self, Contexts, Question};
use super::fold::{Fate, Folds};
use super::number::Numerals;
use super::program::{Compiler, Programs};
use super::run::{Found, Meter, Runner};
use super::sentence;
use super::symbols::Symbols;
use super::window::{Reader, Window};
use super::words::Words;
use crate::pack::model::{Context, Ref, Word};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};

/// Longest text; what lies beyond is not read.
const MAX_TEXT: usize = i32::MAX as usize;
/// How much text is read before its hits are looked at; a block ends with a line.
const BLOCK: usize = 1 << 16;
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
    /// For words with a mark inside that ends a sentence: how many sentences they reach back, by word; else empty.
    crossing: Vec<u8>,
}

#[derive(Serialize)]
struct StoredRef<'a> {
    version: u32,
    fingerprint: [u8; 32],
    automaton: &'a Automaton,
}

#[derive(Deserialize)]
struct Stored {
    version: u32,
    fingerprint: [u8; 32],
    automaton: Automaton,
}

/// Memory that scans reuse; a new one works with any engine.
#[derive(Debug, Default)]
pub struct Scratch {
    raw: Vec<RawHit>,
    window: Window,
    /// By output: 0 not yet known, 1 starts nothing, 2 a wanted pattern may be there, 3 a word that leaves its sentence.
    triggers: Vec<u8>,
    /// By set: a wanted pattern is anchored on it.
    sets: Vec<bool>,
    /// By pattern: the last sentence it was a candidate in.
    seen: Vec<u32>,
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
        let automaton = match stored {
            Some(bytes) => load(bytes, fingerprint, words.len(), &symbols)?,
            None => Automaton::build(&words, &symbols)?,
        };
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
        Ok(Self { reader, programs, numerals, contexts: source.contexts.to_vec(), fingerprint, crossing })
    }

    /// The automaton, to be stored beside the tables.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let stored =
            StoredRef { version: STORED_VERSION, fingerprint: self.fingerprint, automaton: &self.reader.automaton };
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
            let mut raw = std::mem::take(&mut scratch.raw);
            raw.clear();
            self.read(block, from, &mut raw);
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
            let all = pass.block(&raw, from, to, everywhere, &mut emit);
            scratch.raw = raw;
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

    fn read(&self, text: &str, from: usize, raw: &mut Vec<RawHit>) {
        let Reader { symbols, expansions, words, automaton, .. } = &self.reader;
        let from = u32::try_from(from).unwrap_or(u32::MAX);
        automaton.run(symbols, expansions, !words.marks.is_empty(), text, from, raw);
    }

    /// Opens a window on a sentence that was not read before.
    pub(super) fn open(
        &self,
        window: &mut Window,
        raw: &mut Vec<RawHit>,
        text: &str,
        (start, end): (usize, usize),
        meter: &Meter,
    ) {
        raw.clear();
        meter.add(end.saturating_sub(start) as u64);
        self.read(text.get(start..end).unwrap_or(""), start, raw);
        meter.add(raw.len() as u64);
        window.open(&self.reader, text, start, end, raw);
    }
}

impl Scratch {
    fn prepare(&mut self, engine: &TextEngine, wanted: &PatternSet) {
        self.triggers.clear();
        self.triggers.resize(engine.reader.automaton.output_count().saturating_add(1), 0);
        self.seen.clear();
        self.seen.resize(engine.programs.patterns.len(), 0);
        self.sets.clear();
        self.sets.extend(engine.programs.anchored.iter().map(|list| list.iter().any(|p| wanted.contains(*p))));
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
        raw: &[RawHit],
        from: usize,
        to: usize,
        everywhere: bool,
        emit: &mut impl FnMut(&mut Vec<Match>) -> bool,
    ) -> bool {
        let symbols = &self.engine.reader.symbols;
        let mut cursor = from;
        let mut rest = raw;
        while !self.meter.exhausted() {
            let (start, end) = if everywhere {
                let Some(bytes) = sentence::following(symbols, self.text, cursor).filter(|(start, _)| *start < to)
                else {
                    break;
                };
                bytes
            } else {
                let Some(skip) = rest.iter().position(|hit| self.trigger(hit) >= 2) else { break };
                rest = rest.get(skip..).unwrap_or(&[]);
                let Some(hit) = rest.first() else { break };
                // A block ends with a line, so a sentence's hits are all in it; `raw` may hold earlier ones of this sentence.
                sentence::around(symbols, self.text, cursor, hit.end as usize)
            };
            let first = raw.partition_point(|hit| (hit.end as usize) <= start);
            let last = raw.partition_point(|hit| (hit.end as usize) <= end);
            let hits = raw.get(first..last).unwrap_or(&[]);
            self.sentence(start, end, hits, raw, from, everywhere);
            if !emit(&mut self.scratch.matches) {
                return false;
            }
            rest = raw.get(last..).unwrap_or(&[]);
            cursor = end.max(cursor.saturating_add(1));
        }
        true
    }

    #[inline]
    fn trigger(&mut self, hit: &RawHit) -> u8 {
        let index = if hit.output == MARK { 0 } else { hit.output as usize };
        match self.scratch.triggers.get(index) {
            Some(0) | None => self.learn(index, hit),
            Some(known) => *known,
        }
    }

    #[cold]
    fn learn(&mut self, index: usize, hit: &RawHit) -> u8 {
        let engine = self.engine;
        let sets = &self.scratch.sets;
        let starts = |word: u32| engine.programs.sets_of(word).iter().any(|set| sets.get(*set as usize) == Some(&true));
        let mut value = 1;
        if hit.output == MARK {
            if engine.reader.words.marks.iter().any(|(word, _)| starts(*word)) {
                value = 2;
            }
        } else {
            for word in engine.reader.automaton.outputs(hit.output) {
                if engine.crossing.get(word as usize).is_some_and(|back| *back > 0) {
                    value = 3;
                } else if value == 1 && starts(word) {
                    value = 2;
                }
            }
        }
        if let Some(place) = self.scratch.triggers.get_mut(index) {
            *place = value;
        }
        value
    }

    fn sentence(&mut self, start: usize, end: usize, hits: &[RawHit], raw: &[RawHit], block: usize, everywhere: bool) {
        let engine = self.engine;
        let mut window = std::mem::take(&mut self.scratch.window);
        self.meter.add(hits.len() as u64);
        window.open(&engine.reader, self.text, start, end, hits);
        let mut candidates = std::mem::take(&mut self.scratch.candidates);
        candidates.clear();
        // The bytes at which a sentence ends are unique in a text: a stamp for what was seen in this one.
        let stamp = u32::try_from(end).unwrap_or(u32::MAX);
        for hit in &window.hits {
            for set in engine.programs.sets_of(hit.word) {
                if self.scratch.sets.get(*set as usize) != Some(&true) {
                    continue;
                }
                for pattern in engine.programs.anchored.get(*set as usize).map_or(&[][..], Vec::as_slice) {
                    if let Some(seen) = self.scratch.seen.get_mut(*pattern as usize)
                        && *seen != stamp
                    {
                        *seen = stamp;
                        if self.wanted.contains(*pattern) {
                            candidates.push(*pattern);
                        }
                    }
                }
            }
        }
        if everywhere {
            candidates.extend(engine.programs.unanchored.iter().filter(|p| self.wanted.contains(**p)));
        }
        self.run(&window, &candidates, None);
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
            window.open(&engine.reader, self.text, first, end, raw.get(low..high).unwrap_or(&[]));
            candidates.clear();
            candidates.extend(engine.programs.crossing.iter().filter(|p| self.wanted.contains(**p)));
            self.run(&window, &candidates, Some(start));
        }
        self.scratch.matches.sort_by_key(|m| (m.start, m.end, m.pattern));
        self.scratch.window = window;
        self.scratch.candidates = candidates;
    }

    /// How many sentences the words of a hit reach back, where one does.
    fn reach_back(&self, hit: &RawHit) -> Option<u8> {
        let words = self.engine.reader.automaton.outputs(if hit.output == MARK { 0 } else { hit.output });
        words.filter_map(|word| self.engine.crossing.get(word as usize)).copied().max().filter(|back| *back > 0)
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
        for pattern in candidates {
            let Some(program) = engine.programs.patterns.get(*pattern as usize) else { continue };
            found.clear();
            certain.matches(program, &mut found);
            if let Some(runner) = &mut uncertain {
                // What can be read with certainty stands; an uncertain reading adds what lies beside it.
                let sure = found.len();
                runner.matches(program, &mut found);
                let (known, more) = found.split_at(sure.min(found.len()));
                let beside = |m: &&Found| known.iter().all(|k| m.end <= k.start || k.end <= m.start);
                let more: Vec<Found> = more.iter().filter(beside).cloned().collect();
                found.truncate(sure);
                found.extend(more);
            }
            for one in found.drain(..) {
                let (start, end) = window.bytes(one.start, one.end);
                if across.is_some_and(|at| start >= at || end <= at) {
                    continue;
                }
                let sentence = window.bytes(0, window.length.max(one.start));
                let (first, last) = window.clause(one.start);
                let clause = window.bytes(first, last);
                self.scratch.matches.push(Match {
                    pattern: *pattern,
                    start,
                    end,
                    folds: one.folds,
                    uncertain: one.uncertain,
                    captures: one.captures,
                    sentence: sentence.0..sentence.1,
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

fn load(bytes: &[u8], fingerprint: [u8; 32], words: usize, symbols: &Symbols) -> Result<Automaton, TextError> {
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
