//! The engine: tables in, matches out. A text is read once by the automaton, a block of lines at a time; only sentences with a hit
//! of a word that anchors a wanted pattern are opened, and only the patterns anchored there are run.

use super::api::{Limit, Match, Outcome, PatternFault, PatternSet, ScanLimits, TextError, TextSource};
use super::automaton::{Automaton, Expansions, MARK, Readout};
use super::context::{self, Contexts, Question};
use super::fold::{Fate, Folds};
use super::number::Numerals;
use super::pass::{Pass, Scratch, block_end};
use super::program::{Compiler, Programs, SetId};
use super::run::Meter;
use super::spell::Respellings;
use super::symbols::Symbols;
use super::trie::Parts;
use super::window::{Reader, Window};
use super::words::Words;
use crate::order;
use crate::pack::model::{Context, Ref};
use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU64, Ordering};

/// Longest text; what lies beyond is not read.
const MAX_TEXT: usize = i32::MAX as usize;

/// Scans texts for the patterns of a bundle. Immutable; one serves all texts.
#[derive(Debug)]
pub struct TextEngine {
    pub(super) reader: Reader,
    pub(super) programs: Programs,
    pub(super) numerals: Numerals,
    pub(super) contexts: Vec<Context>,
    /// By set: whether contexts look at it.
    pub(super) in_contexts: Vec<bool>,
    /// Tells engines apart, so that scratch memory knows whether it was prepared for this one.
    pub(super) id: u64,
    /// For words with a mark inside that ends a sentence: how many sentences they reach back, by word; else empty.
    pub(super) crossing: Vec<u8>,
    /// By output: whether what is written of a respelling ends there.
    respelt: Vec<bool>,
}

/// The word that stands for a per cent sign before a number.
const PERCENT: &str = "百分之";

/// Counts engines, from 1.
static ENGINES: AtomicU64 = AtomicU64::new(1);

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
    /// Builds an engine.
    ///
    /// # Errors
    /// [`TextError`]; never panics, whatever the tables hold.
    pub fn build(source: &TextSource) -> Result<Self, TextError> {
        let folds = Folds::build(source.folds)?;
        let percent = percent_words(source, &folds);
        let own = if percent.is_empty() { None } else { Some(PERCENT) };
        let percent_word = own.and_then(|_| u32::try_from(source.words.len()).ok());
        let respellings = Respellings::build(source.folds, &folds)?;
        let (words, symbols) = Words::build(source.words, own, respellings, &folds)?;
        let automaton = Automaton::new(Parts::build(&words, &symbols)?);
        let respelt = automaton.chains(|word| words.written(word).is_some());
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
        let id = ENGINES.fetch_add(1, Ordering::Relaxed);
        let contexts = source.contexts.to_vec();
        let in_contexts = programs.looked_at(contexts.iter().flat_map(context::patterns));
        Ok(Self { reader, programs, numerals, contexts, in_contexts, id, crossing, respelt })
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

    /// Whether the character ends a sentence: a sentence mark or a line break.
    #[must_use]
    pub fn ends_sentence(&self, c: char) -> bool {
        let symbols = &self.reader.symbols;
        symbols.ends_sentence(symbols.entry(c))
    }

    /// Where the sentences of a text begin and end, blank ones left out.
    #[must_use]
    pub fn sentences(&self, text: &str) -> Vec<(usize, usize)> {
        let mut list = Vec::new();
        let mut at = 0usize;
        while let Some((start, end)) = super::sentence::following(&self.reader.symbols, text, at) {
            list.push((start.max(at), end));
            at = end.max(at.saturating_add(1));
        }
        list
    }

    /// How many sentences after its own a match or its contexts may depend on: the next, or as many as a word with sentence marks
    /// inside spans.
    #[must_use]
    pub fn horizon(&self) -> usize {
        self.crossing.iter().copied().max().map_or(1, |most| usize::from(most.max(1)))
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
        order::by_key(&mut matches, Match::order);
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

    /// Calls `each` with the sets that hold a word of a hit, some of them several times, until it says that this is enough.
    #[inline]
    pub(super) fn sets_of(&self, output: u32, mut each: impl FnMut(SetId) -> bool) {
        let Reader { words, automaton, .. } = &self.reader;
        if output == MARK {
            let _ = words.marks.iter().any(|(word, _)| self.programs.sets_of(*word).any(&mut each));
            return;
        }
        let mut next = output;
        while next != 0 {
            let (own, suffix) = automaton.output(next);
            let mut own = own.iter().filter(|word| words.written(**word).is_none());
            if own.any(|word| self.programs.sets_of(*word).any(&mut each)) {
                return;
            }
            next = suffix;
        }
    }

    /// Whether a hit may be of a respelling.
    #[inline]
    pub(super) fn respelt(&self, output: u32) -> bool {
        self.respelt.get(output as usize) == Some(&true)
    }

    /// Whether a set that holds a word of a hit is one of those.
    pub(super) fn is_in(&self, output: u32, wanted: impl Fn(SetId) -> bool) -> bool {
        let mut found = false;
        self.sets_of(output, |set| {
            found = wanted(set);
            found
        });
        found
    }

    /// Opens a window on a sentence that was not read before.
    pub(super) fn open(
        &self,
        window: &mut Window,
        read: &mut Readout,
        text: &str,
        (start, end): (usize, usize),
        wanted: impl Fn(SetId) -> bool,
        meter: &Meter,
    ) {
        read.clear();
        meter.add(end.saturating_sub(start) as u64);
        self.read(text.get(start..end).unwrap_or(""), start, read);
        meter.add(read.hits.len() as u64);
        window.open(self, text, (start, end), &read.hits, wanted, meter);
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
    let mut all: Vec<u8> = (0..words.given).map(inside).collect();
    // Any of them may be respelt.
    let most = all.iter().copied().max().unwrap_or(0);
    all.resize(words.searched(), most);
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
